import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { nextAuthOptions } from '@/server/auth/next-auth-options';

type Context = { params: Promise<{ nextauth: string[] }> };

// The options need the wired runtime, so they are made for each request and not when the module is loaded.
const handler = (request: NextRequest, context: Context) => NextAuth(request, context, nextAuthOptions());

export { handler as GET, handler as POST };

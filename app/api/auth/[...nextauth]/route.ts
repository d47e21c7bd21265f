import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { CLIENT_ADDRESS_HEADER } from '@/server/auth/client-address';
import { deviceCookie, deviceCookieName, readDevice } from '@/server/auth/known-device';
import { nextAuthOptions } from '@/server/auth/next-auth-options';
import { runtime } from '@/server/runtime';

type Context = { params: Promise<{ nextauth: string[] }> };

// The options need the wired runtime, so they are made for each request and not when the module is loaded.
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { config } = runtime();
  const device = await readDevice(config, request.cookies.get(deviceCookieName(config))?.value);
  const signedIn: string[] = [];
  const from = {
    address: request.headers.get(CLIENT_ADDRESS_HEADER),
    device,
    signedIn: (name: string) => void signedIn.push(name),
  };
  const answer: Response = await NextAuth(request, context, nextAuthOptions(from));
  for (const name of signedIn) answer.headers.append('set-cookie', await deviceCookie(config, device, name));
  return answer;
}

export { handler as GET, handler as POST };

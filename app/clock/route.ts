import { currentViewer } from '@/server/auth/current-viewer';
import { runtime } from '@/server/runtime';
import { shellStatus } from '@/server/shell/shell-status';

/** `GET /clock`: what the top bar shows, asked for again by open pages: a drill's clock can be moved by others. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  const headers = { 'cache-control': 'no-store' };
  if (!viewer) return Response.json(null, { status: 401, headers });
  return Response.json(await shellStatus(runtime()), { headers });
}

// The limit: node:http and nothing else. `/N` answers constant JSON of about N bytes; prints its port.
import { createServer } from 'node:http';

const bodies = new Map();
const bodyOf = (url) => {
  const known = bodies.get(url);
  if (known) return known;
  const body = Buffer.from(JSON.stringify({ name: '潍坊'.repeat(Math.ceil(Number(url.slice(1)) / 6)) }));
  bodies.set(url, body);
  return body;
};
const server = createServer((request, response) => {
  const body = bodyOf(request.url);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));

import { describe, expect, it } from 'vitest';
import { sessionCookie } from '@/server/auth/session-cookie';

const NAME = 'next-auth.session-token';
const read = (header: string | undefined) => sessionCookie(header, NAME);

describe('the session of a Cookie header', () => {
  it('is the one that stands there, and the rest stays', () => {
    expect(read(`a=1; ${NAME}=x.y.z; b=2`)).toEqual({ token: 'x.y.z', header: `a=1; b=2; ${NAME}=x.y.z` });
    expect(read(`${NAME} = x `)).toEqual({ token: 'x', header: `${NAME}=x` });
  });

  it.each([undefined, '', 'a=1', 'a=1; x-next-auth=2'])('is none where none stands: %s', (header) => {
    expect(read(header)).toEqual({ token: undefined, header });
  });

  it('is the same however often it is repeated', () => {
    expect(read(`${NAME}=x; ${NAME}=x`)).toEqual({ token: 'x', header: `${NAME}=x` });
  });

  it.each([
    [`${NAME}=x; ${NAME}=y`, 'two'],
    [`${NAME}=x; a=1; ${NAME} =y`, 'two, one with a space'],
    [`${NAME}=x; ${NAME}.0=y`, 'a part beside a whole'],
    [`${NAME}.0=x; ${NAME}.1=y`, 'parts'],
    [`${NAME}=; ${NAME}=y`, 'an empty one first'],
    [`${NAME}=y; ${NAME}`, 'a bare name'],
    [`${NAME}=%78`, 'an encoded one, which readers decode or do not'],
    [`${NAME}="x"`, 'a quoted one'],
  ])('is none where readers would differ: %s (%s)', (header) => {
    const found = read(header);
    expect(found.token).toBeUndefined();
    expect(found.header ?? '').not.toContain(NAME);
  });
});

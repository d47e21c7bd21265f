import { describe, expect, it } from 'vitest';
import { KeptAnswers } from '@/server/http/api/kept-answers';

const KB = 1024;
const answer = (text: string, size = KB) => Buffer.alloc(size, text);

describe('kept answers', () => {
  it('hold for one state of the world and for no other', () => {
    const kept = new KeptAnswers();
    expect(kept.get('1', '/a')).toBeUndefined();
    kept.keep('/a', answer('x'));
    expect(kept.get('1', '/a')?.toString('latin1', 0, 1)).toBe('x');
    expect(kept.get('2', '/a')).toBeUndefined();
    expect(kept.get('1', '/a')).toBeUndefined();
  });

  it('stay within their room, and what is asked often outlives a stream of others', () => {
    const kept = new KeptAnswers(40 * KB);
    kept.get('1', '/often');
    kept.keep('/often', answer('o'));
    let held = 0;
    for (let n = 0; n < 1_000; n += 1) {
      kept.keep(`/once/${n}`, answer('n'));
      expect(kept.get('1', '/often')).toBeDefined();
    }
    for (let n = 0; n < 1_000; n += 1) if (kept.get('1', `/once/${n}`)) held += 1;
    expect(held).toBeGreaterThan(10);
    expect(held).toBeLessThanOrEqual(40);
  });

  it('do not take in what is too large for them', () => {
    const kept = new KeptAnswers(40 * KB);
    kept.get('1', '/a');
    kept.keep('/a', answer('x', 3 * KB));
    expect(kept.get('1', '/a')).toBeUndefined();
  });
});

import type { PathStep } from '@/domain/lookup/types';

/**
 * An area's name without the division names it begins with, for writing behind its path:
 * 「寒亭街道欣海花园7号楼」 on 山东省 潍坊市 寒亭区 寒亭街道 is 「欣海花园7号楼」. A name that is nothing more stays.
 */
export function localName(path: readonly PathStep[], name: string): string {
  let rest = name;
  for (const step of path)
    if (rest.length > step.name.length && rest.startsWith(step.name)) rest = rest.slice(step.name.length);
  return rest;
}

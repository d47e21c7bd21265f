/**
 * A place behind the divisions it lies in, from the top down, with no name said twice: 「寒亭街道欣海花园7号楼」 in 山东省 潍坊市 寒亭区
 * 寒亭街道, and 寒亭区 designated as a whole in 山东省 潍坊市 寒亭区, each begin as their division does.
 * @param between what stands between two names: nothing in Chinese, a blank in English
 */
export function fullName(steps: readonly string[], name: string, between: '' | ' ' = ''): string {
  let rest = name;
  for (const step of steps) if (step !== '' && rest.startsWith(step)) rest = rest.slice(step.length);
  return [...steps, rest].filter((part) => part !== '').join(between);
}

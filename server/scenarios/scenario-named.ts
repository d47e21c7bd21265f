import { StartupError } from '@/server/startup-error';
import { hohhot } from './hohhot-2022-03';
import type { Scenario } from './scenario';
import { weifang } from './weifang-2022-12';

const SCENARIOS: readonly Scenario[] = [weifang, hohhot];

/** The drill of this name, or the default one. @throws StartupError naming the drills there are. */
export function scenarioNamed(name: string | undefined): Scenario {
  const found = name === undefined ? SCENARIOS[0] : SCENARIOS.find((scenario) => scenario.name === name);
  if (found) return found;
  throw new StartupError(
    `There is no drill "${name}". Known: ${SCENARIOS.map((scenario) => scenario.name).join(', ')}.`,
  );
}

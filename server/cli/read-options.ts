import { type ParseArgsConfig, parseArgs } from 'node:util';
import { StartupError } from '@/server/startup-error';

/**
 * The options of a command.
 * @param usage one line that shows how the command is called.
 * @throws StartupError with the usage when an option is unknown or lacks its value.
 */
export function readOptions<O extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: O,
  usage: string,
) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new StartupError(`${(error as Error).message.split('. ')[0]}.\nUsage: ${usage}`);
  }
}

import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** zxcvbn's score of 3: more than 10^8 guesses, what it calls safe against guessing that is not throttled. */
const STRONG_ENOUGH = 3;
/** Of a password that holds the account's name, the rest must bear this score by itself. */
const REST_ENOUGH = 2;
/** How much of a password is weighed: the work grows faster than its length, and so much is strong if anything is. */
const WEIGHED = 64;

/** What people of this country and of this trade write first, and no list of English passwords knows. */
const HERE = [
  ...[
    'woaini',
    'woaini1314',
    'woaini520',
    '5201314',
    '1314520',
    '520520',
    '7758521',
    'aini1314',
    'woshishui',
  ],
  ...['woaiwojia', 'zhongguo', 'beijing', 'shanghai', 'nihao', 'mima', 'guanliyuan', 'zhihuibu', 'yiqing'],
  ...['jiankangma', 'fangkong', 'fangyi', 'gaofengxian', 'fengxianqu', 'jikong', 'weijianwei', 'zhibanyuan'],
  ...['fengqu', '风区', '风险区', '管理员', '值班员', '指挥部', '疫情防控', '健康码', '卫健委', '疾控中心'],
];

let loading: Promise<ZxcvbnFactory> | undefined;

/**
 * Whether a password withstands guessing: not one of the 30,000 commonest, no run along the keyboard or the digits, no
 * repetition, no date, nothing that is mostly a name given in `own` (NIST SP 800-63B, 5.1.1.2, asks for such a list).
 * @param own what an attacker knows of the person: account name, display name.
 */
export async function withstandsGuessing(password: string, own: readonly string[]): Promise<boolean> {
  loading ??= load();
  const meter = await loading;
  const given = password.normalize('NFKC').slice(0, WEIGHED);
  const names = own
    .map((name) => name.normalize('NFKC').trim().toLowerCase())
    .filter((name) => name.length > 1);
  if (meter.check(given, names).score < STRONG_ENOUGH) return false;
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), given.toLowerCase());
  return rest.length === given.length || meter.check(rest, names).score >= REST_ENOUGH;
}

/** The lists are read when the first password is set, not at every start: 0.1 s and 17 MB. */
async function load(): Promise<ZxcvbnFactory> {
  const [core, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const options = { dictionary: { ...dictionary, here: HERE }, graphs: adjacencyGraphs, maxLength: WEIGHED };
  return new core.ZxcvbnFactory(options);
}

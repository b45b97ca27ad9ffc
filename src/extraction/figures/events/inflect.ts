/** Past and participle of verbs that do not take -ed; one form where both are the same. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bring: 'brought',
  build: 'built',
  burn: 'burned|burnt',
  buy: 'bought',
  cast: 'cast',
  cut: 'cut',
  die: 'died',
  draw: 'drew drawn',
  fall: 'fell fallen',
  find: 'found',
  flee: 'fled',
  give: 'gave given',
  grow: 'grew grown',
  hit: 'hit',
  hold: 'held',
  hurt: 'hurt',
  lay: 'laid',
  leap: 'leaped|leapt',
  lend: 'lent',
  lose: 'lost',
  make: 'made',
  overrun: 'overran overrun',
  pay: 'paid',
  retake: 'retook retaken',
  rise: 'rose risen',
  sell: 'sold',
  send: 'sent',
  shed: 'shed',
  shoot: 'shot',
  shrink: 'shrank shrunk',
  shut: 'shut',
  sink: 'sank sunk',
  slay: 'slew slain',
  slide: 'slid',
  spend: 'spent',
  stand: 'stood',
  see: 'saw seen',
  creep: 'crept',
  leave: 'left',
  beat: 'beat beaten',
  come: 'came come',
  set: 'set',
  put: 'put',
  keep: 'kept',
  drive: 'drove driven',
  steal: 'stole stolen',
  strike: 'struck',
  sweep: 'swept',
  swing: 'swung',
  freeze: 'froze frozen',
  take: 'took taken',
  win: 'won',
}
const DOUBLING = new Set(
  'trap kidnap acquit rob drop slip dip ban grab jam swap strip shed hit cut win shut admit commit top gun trim ship scrap net gut'.split(
    ' ',
  ),
)
/** "cancelled" and "canceled". */
const TWO_SPELLINGS = /^.{4,}[aeiou]l$|^(?:total|level|model|label)$/

/** The forms of an English verb in lower case. */
export interface Inflections {
  readonly base: string
  readonly present: string
  readonly past: readonly string[]
  readonly participles: readonly string[]
  readonly gerunds: readonly string[]
}

export function inflect(base: string): Inflections {
  const [past = '', participle = past] = (IRREGULAR[base] ?? '').split(' ')
  const regular = stems(base).map((stem) => (stem.endsWith('e') ? `${stem}d` : `${stem}ed`))
  return {
    base,
    present: presentOf(base),
    past: past ? past.split('|') : regular,
    participles: participle ? participle.split('|') : regular,
    gerunds: stems(base).map(gerundOf),
  }
}

/** Every form of verbs that are separated by spaces, in lower case. */
export function formsOf(verbs: string): ReadonlySet<string> {
  const forms = verbs.split(' ').flatMap((verb) => {
    const { base, present, past, participles, gerunds } = inflect(verb)
    return [base, present, ...past, ...participles, ...gerunds]
  })
  return new Set(forms)
}

/** What endings are added to; two where British and American spelling differ ("cancelled"). */
function stems(base: string): string[] {
  const last = base.slice(-1)
  if (DOUBLING.has(base)) return [base + last]
  if (TWO_SPELLINGS.test(base)) return [base, base + last]
  return [/[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}i` : base]
}

function gerundOf(stem: string): string {
  if (stem === 'die') return 'dying'
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}ying`
  if (/[^eoy]e$/.test(stem)) return `${stem.slice(0, -1)}ing`
  return `${stem}ing`
}

function presentOf(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`
}

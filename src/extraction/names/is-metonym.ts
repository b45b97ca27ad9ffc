import type { FoundPlace } from '../extractor.ts'
import { SAYING_VERBS } from './lexicon/sentence-words.ts'
import { words } from './lexicon/words.ts'
import type { Name } from './name.ts'

/** What is done to a government, not to a territory. */
const PRESSURE = words(
  'compel compels compelled compelling force forces forced forcing urge urges urged urging press presses pressed pressing push pushes pushed pushing persuade persuades persuaded persuading pressure pressures pressured pressuring',
  'accuse accuses accused accusing warn warns warned warning blame blames blamed blaming tell tells told ask asks asked asking convince convinced sanction sanctions sanctioned',
)
const PRESSURE_NOUNS = words('pressure sanctions talks negotiations ties relations')
const PREPOSITIONS = words('on against with')
/** What governments do, beyond saying. */
const ACTS = words(
  'agreed agrees rejected rejects refused refuses proposed proposes demanded demands wants wanted retaliated signed recognized recognised sanctioned negotiates negotiated',
)

/** Whether a place stands for its government: "Moscow said", "compel Moscow to", "pressure on Russia". */
export function isMetonym(name: Name, place: FoundPlace | null): boolean {
  if (
    place === null ||
    (place.kind !== 'COUNTRY' && place.kind !== 'CITY' && place.kind !== 'FACILITY')
  )
    return false
  const { tokens } = name.document
  const next = tokens[name.lastToken]?.lower ?? ''
  const before = tokens[name.firstToken - 1]?.lower ?? ''
  const isSpeaker = SAYING_VERBS.has(next) || ACTS.has(next)
  if (isSpeaker && tokens[name.firstToken - 1]?.pos !== 'ADP') return true
  if (PRESSURE.has(before)) return true
  const noun = tokens[name.firstToken - 2]?.lower ?? ''
  return PREPOSITIONS.has(before) && PRESSURE_NOUNS.has(noun)
}

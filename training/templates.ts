/**
 * Sentences of kinds that news has and the sets lack: datelines, result lists, tables, line-ups,
 * bylines. The wording is ours; the names come from the pools.
 */
import type { Name, Sentence } from './conll.ts'
import type { Random } from './random.ts'

/** Names by the word that templates use for them, each already cut into tokens. */
export type TemplateNames = Readonly<Record<string, readonly (readonly string[])[]>>

const TAGS = {
  club: 'ORG',
  county: 'ORG',
  org: 'ORG',
  agency: 'ORG',
  platform: 'ORG',
  city: 'LOC',
  country: 'LOC',
  person: 'PER',
  surname: 'PER',
  initialed: 'PER',
} as const

/** {n} a small number, {s} a score, {d} a date, {c} {C} a decimal; {X!} puts the name in capitals. */
const TEMPLATES = [
  '{city!} , {country} ( {agency} ) -',
  '{city!} ( {agency} ) -',
  '{city!} {d}',
  '{city!} , {d} ( {agency} ) -',
  '{city} , {d}',
  '{person} in {city}',
  '{club} {n} {club} {n}',
  '{club} {n} {club} {n} ( halftime {s} )',
  '{club} {n} {n} {n} {n} {n} {n} {n}',
  '{n} . {club} {n} {n} {n} {n} {n}',
  '{club} at {club}',
  '{club} at {city}',
  '{club} vs {club}',
  '{club} v {club}',
  '{country} {n} {country} {n}',
  '{country} {n} ( {person} {n} , {surname} {n} ) {country} {n} ( {surname} {n} )',
  '{country} v {country}',
  '{n} . {person} ( {country} ) {c}',
  '{n} . {person} ( {country} ) {club} {c}',
  '{n} - {person} ( {country} ) beat {person} ( {country} ) {s} {s}',
  '{person} ( {country} ) beat {n} - {person} ( {country} ) {s} {s} {s}',
  '{person} , {country} , def . {person} , {country} , {s} , {s} .',
  '{n} . {country} ( {person} , {person} , {person} , {person} ) {c}',
  '{club} : {n} - {person} ; {n} - {person} , {n} - {person} , {n} - {person} ( {n} - {person} {n} )',
  '{club} - {person} {n} , {person} {n}',
  '{initialed} c {surname} b {surname} {n}',
  '{initialed} b {surname} {n}',
  '{county} {s} ( {initialed} {n} , {initialed} {n} ) v {county} .',
  '{county} {n} and {s} v {county} {n} ( {initialed} {s} )',
  'At {city} : {county} {n} ( {initialed} {n} ) , {county} {s} .',
  '{county} beat {county} by {n} runs .',
  '{club!} {n} {n} {c} -',
  '{club!} AT {city!}',
  '{club!} {n} {club!} {n}',
  '{initialed} not out {n}',
  '{initialed} lbw {surname} {n}',
  'Bowling : {surname} {n} - {n} - {n} - {n} , {surname} {n} - {n} - {n} - {n}',
  'Scorers : {person} ( {n} ) , {person} ( {n} penalty )',
  '{club} said on Monday it had signed {country} international {person} from {club} .',
  '{club} beat {club} {s} on Saturday with goals from {person} and {person} .',
  '{club} coach {person} said his side deserved the point at {club} .',
  '{person} scored twice as {club} came from behind to draw {s} with {club} .',
  '{country} beat {country} {s} in {city} on Sunday to reach the semi-finals .',
  '{country} captain {person} won the toss and chose to bat against {country} .',
  "{person} of {country} won the men's {n} metres in {city} in {c} seconds .",
  '{club} midfielder {person} will miss the trip to {club} with a knee injury .',
  'In {city} , {person} hit a three-run homer as {club} beat the {club} {s} .',
  'RESULTS : {country!} V {country!}',
  'SOCCER - {club!} BEAT {club!} {s}',
  'TENNIS - {surname!} INTO FINAL IN {city!}',
  'CRICKET - {country!} {n} FOR {n} AGAINST {country!}',
  '{country!} LEADER {surname!} MEETS {surname!} IN {city!}',
  '{org!} SHARES FALL AFTER {country!} WARNING',
  '{surname!} SAYS {country!} READY FOR TALKS WITH {country!}',
  '{org} shares closed up {n} at {c} in {city} .',
  '{org} said net profit rose {c} percent in the six months to June .',
  'Shares in {org} fell {c} percent after {org} cut its forecast , {org} analyst {person} said .',
  '-- {city} newsroom , {n} {n} {n}',
  '-- {person} , {city} newsroom',
  '( Reporting by {person} in {city} ; Editing by {person} )',
  'By {person}',
  '{person} , {agency}',
  '{surname} told {agency} on Tuesday .',
  '{surname} , who met {surname} in {city} , said {country} would not sign .',
  'The {org} said {country} had agreed to the plan , {agency} reported .',
  '{country} accused {country} of breaking the truce , and {country} denied it .',
  '{org} chief executive {person} told {agency} the company would cut jobs .',
  '{person} , a spokesman for {org} , said talks would resume in {city} .',
  '{org} is a unit of {org} .',
  '{org} agreed to buy {org} for $ {c} billion .',
  'Lawyers for {person} said he would appeal .',
  'Police in {city} arrested {n} people near the {org} office .',
  '{city} -based {org} hired {person} from {org} .',
  'Analysts at {org} and {org} expect growth of {c} percent .',
  'Prime Minister {person} arrived in {city} on Friday to meet President {person} .',
  'The blast hit a market in {city} , {n} km north of {city} , officials said .',
  'Born in {city} , {person} studied at {org} before joining {org} .',
  'She left {org} for {org} last year .',
  'According to {org} , {n} people died in {country} and {country} .',
  'A {org} report accused {org} of hiding the leak .',
  'Judge {person} ordered {org} to pay {person} $ {n} million .',
  '{surname} , {n} , was born in {city} and lives in {city} .',
  'Mr {surname} said {org} had not replied .',
  'Flights from {city} to {city} were cancelled , {org} said .',
  'The {org} , led by {person} , won {n} seats .',
  '{person} ( {club} ) , {person} ( {club} )',
  '{club!} SIGN {surname!} FROM {club!}',
  '{org} Names {person} as Chief Executive',
  '{surname} Urges {country} to Accept {org} Plan',
  '{country} and {country} Sign Deal in {city}',
  '{country} Prime Minister {person} said on Wednesday the {city} attack had changed the country .',
  '{country} Foreign Minister {person} flew to {city} for talks with President {person} .',
  'Foreign Minister {person} told parliament that {country} would not pay .',
  'It was echoed by Foreign Minister {person} , who called for help from {org} .',
  'Defence Minister {person} and Vice President {surname} visited {city} .',
  'The {city} bombing killed {n} people , Interior Minister {person} said .',
  'Secretary of State {surname} met Chancellor {surname} at the {city} conference .',
  'Troops took control of {city} , a town in {city} region , {person} said .',
  '{city} , which fell last week , lies on the road to {city} .',
  'The army withdrew from {city} after heavy shelling .',
  '{org} said in a statement posted on {platform} that {surname} was safe .',
  '{surname} wrote on {platform} that talks with {country} had failed .',
  '{person} won the Nobel Peace Prize in {n} and the World Cup in {city} .',
  'On Memorial Day and Christmas Eve , {city} is full of visitors from {country} .',
  '{city} said it would answer , {agency} reported , quoting {person} .',
]

export function writeTemplates(names: TemplateNames, count: number, random: Random): Sentence[] {
  return Array.from({ length: count }, () => fill(random.pick(TEMPLATES), names, random))
}

function fill(template: string, pools: TemplateNames, random: Random): Sentence {
  const words: string[] = []
  const names: Name[] = []
  for (const part of template.split(' ')) {
    const [, slot, loud] = /^\{(\w+)(!?)\}$/.exec(part) ?? []
    if (!slot) words.push(part)
    else if (slot.length === 1) words.push(...number(slot, random))
    else {
      const picked = random.pick(pools[slot] ?? [])
      const written = loud ? picked.map((word) => word.toUpperCase()) : picked
      const tag = TAGS[slot as keyof typeof TAGS]
      names.push({ start: words.length, end: words.length + written.length, tag })
      words.push(...written)
    }
  }
  return { words, names }
}

const MONTHS = [
  'Jan.',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'October',
  'Nov.',
  'Dec.',
]

function number(slot: string, random: Random): string[] {
  const small = () => String(random.below(random.next() < 0.5 ? 5 : 90))
  switch (slot) {
    case 's':
      return [`${random.below(7)}-${random.below(7)}`]
    case 'c':
      return [`${small()}.${small()}`]
    case 'd':
      return random.next() < 0.5
        ? [`${1990 + random.below(36)}-${10 + random.below(3)}-${10 + random.below(18)}`]
        : [random.pick(MONTHS), small()]
    default:
      return [small()]
  }
}

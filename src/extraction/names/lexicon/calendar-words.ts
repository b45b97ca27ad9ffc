import { words } from './words.ts'

/** Days, months, holidays and epochs: capitalised in English, but no names of ours. */
export const CALENDAR: ReadonlySet<string> = words(
  'monday tuesday wednesday thursday friday saturday sunday tues thurs',
  'mondays tuesdays wednesdays thursdays fridays saturdays sundays',
  'january february march april may june july august september october november december',
  'feb apr jul aug sept oct nov dec mon. tue. wed. thu. fri. sat. sun. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.',
  'christmas easter ramadan eid hanukkah chanukah passover thanksgiving diwali halloween nowruz pentecost lent ashura purim yom kippur rosh hashanah kwanzaa juneteenth',
  'gmt utc est edt pst pdt cet cest bst bc ad bce ce am pm a.m. p.m.',
)

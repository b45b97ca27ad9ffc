/** What is known of a metric before any article reports it. */
export interface VocabularyMetric {
  readonly key: string
  readonly label: string
  /** ISO 4217 code, "percent", a measure or the counted noun; null where it differs from text to text. */
  readonly unit: string | null
  readonly aggregation: 'FLOW' | 'CUMULATIVE' | 'STOCK' | 'RATIO'
  readonly description: string
  /** Other keys that mean the same. */
  readonly synonyms: readonly string[]
}

/**
 * Metrics that news often reports: key, label, unit, aggregation, synonyms, description. Extraction
 * finds many more; these get a definition, and one key for what texts name differently.
 */
const ENTRIES: readonly string[] = [
  'people-killed | People killed | people | FLOW | deaths killed dead fatalities victims-killed persons-killed residents-killed lives-lost people-dead | People who died in an event: an attack, accident, disaster or crime. Totals since a beginning are told by their period.',
  'civilians-killed | Civilians killed | civilians | FLOW | civilian-deaths civilian-casualties-killed civilian-fatalities | Killed people who are called civilians.',
  'children-killed | Children killed | children | FLOW | child-deaths | Killed people who are called children.',
  'soldiers-killed | Soldiers killed | soldiers | FLOW | troops-killed servicemen-killed military-personnel-killed military-deaths | Killed members of armed forces.',
  'police-officers-killed | Police officers killed | police officers | FLOW | officers-killed | Killed members of the police.',
  'people-injured | People injured | people | FLOW | injuries injured wounded people-wounded people-hurt persons-injured residents-injured | People hurt in an event, however badly.',
  'civilians-injured | Civilians injured | civilians | FLOW | civilians-wounded civilian-injuries | Injured people who are called civilians.',
  'children-injured | Children injured | children | FLOW | children-wounded | Injured people who are called children.',
  'soldiers-injured | Soldiers injured | soldiers | FLOW | troops-injured soldiers-wounded troops-wounded servicemen-injured | Injured members of armed forces.',
  'casualties | Casualties | people | FLOW | people-killed-and-injured | Killed and injured together; some sources also count captured and missing.',
  'death-tolls | Death toll | people | CUMULATIVE | death-toll | All deaths in one event so far, as it is updated.',
  'people-missing | People missing | people | STOCK | missing persons-missing people-unaccounted-for | People not accounted for at a time.',
  'people-displaced | People displaced | people | FLOW | displaced residents-displaced people-homeless people-uprooted | People who had to leave their homes.',
  'people-evacuated | People evacuated | people | FLOW | evacuations residents-evacuated | People who were taken out of danger.',
  'people-rescued | People rescued | people | FLOW | rescues survivors-rescued | People who were saved from danger.',
  'people-trapped | People trapped | people | STOCK |  | People who cannot get out at a time.',
  'people-arrested | People arrested | people | FLOW | arrests detentions people-detained suspects-arrested | People taken into custody.',
  'people-charged | People charged | people | FLOW | indictments suspects-charged | People formally accused of a crime.',
  'people-convicted | People convicted | people | FLOW | convictions | People found guilty by a court.',
  'people-kidnapped | People kidnapped | people | FLOW | kidnappings abductions | People taken away by force.',
  'people-released | People released | people | FLOW | hostages-released prisoners-released | People set free.',
  'prisoners-exchanged | Prisoners exchanged | prisoners | FLOW | prisoners-swapped prisoners-of-war-exchanged | Prisoners handed over in an exchange.',
  'people-hospitalized | People hospitalized | people | FLOW | patients-hospitalized hospitalizations hospitalisations patients-admitted | People taken to hospital.',
  'people-infected | People infected | people | FLOW | infections infected | People who caught a disease.',
  'people-vaccinated | People vaccinated | people | FLOW | vaccinations people-immunized | People who got a vaccine.',
  'drones-launched | Drones launched | drones | FLOW | drones-fired uavs-launched attack-drones-launched strike-drones-launched drone-launches | Unmanned aircraft sent to attack.',
  'drones-intercepted | Drones intercepted | drones | FLOW | drones-downed uavs-intercepted attack-drones-intercepted drones-shot-down drone-interceptions | Unmanned aircraft shot down or brought down. Not intercepted is not the same as hit.',
  'missiles-launched | Missiles launched | missiles | FLOW | missiles-fired missile-launches | Missiles fired in an attack.',
  'missiles-intercepted | Missiles intercepted | missiles | FLOW | missiles-downed missiles-shot-down missile-interceptions | Missiles shot down.',
  'rockets-launched | Rockets launched | rockets | FLOW | rockets-fired | Rockets fired in an attack.',
  'airstrikes | Air strikes | air strikes | FLOW | air-strikes | Attacks from the air.',
  'towns-captured | Towns captured | towns | FLOW | towns-seized towns-occupied | Towns that an army took.',
  'villages-captured | Villages captured | villages | FLOW | villages-seized villages-occupied | Villages that an army took.',
  'homes-damaged | Homes damaged | homes | FLOW | houses-damaged | Houses and flats that can be repaired.',
  'homes-destroyed | Homes destroyed | homes | FLOW | houses-destroyed | Houses and flats that cannot be lived in again.',
  'buildings-damaged | Buildings damaged | buildings | FLOW |  | Buildings of any kind that were damaged.',
  'buildings-destroyed | Buildings destroyed | buildings | FLOW |  | Buildings of any kind that were destroyed.',
  'households-without-power | Households without power | households | STOCK | homes-without-power households-without-electricity customers-without-power | Households cut off from electricity at a time.',
  'people-without-power | People without power | people | STOCK | residents-without-power people-without-electricity | People cut off from electricity at a time.',
  'population | Population | people | STOCK | populations inhabitants | People who live somewhere.',
  'unemployment | Unemployment rate | percent | RATIO | unemployment-rate jobless-rate unemployment-rates | Share of the labour force without work that looks for it.',
  'inflation | Inflation | percent | RATIO | inflation-rate annual-inflation consumer-price-inflation consumer-prices-increased | Change of consumer prices, over a year unless the text says otherwise.',
  'interest-rates | Interest rate | percent | RATIO | interest-rate key-rates policy-rates key-interest-rates benchmark-rates | The rate that a central bank sets.',
  'gdp-growth | Economic growth | percent | RATIO | gdp-increased economies-increased economic-growth economies-grown | Change of gross domestic product.',
  'revenue | Revenue |  | FLOW | revenues sales-revenue turnover | What was taken in over a period.',
  'profits | Profit |  | FLOW | profit net-profits net-profit earnings | What was left after costs over a period.',
  'debt | Debt |  | STOCK | debts | What is owed at a time.',
  'budgets | Budget |  | FLOW | budget | What is planned to be spent over a period.',
  'jobs-cut | Jobs cut | jobs | FLOW | job-cuts positions-cut posts-cut redundancies | Posts that are given up.',
  'jobs-created | Jobs created | jobs | FLOW | jobs-added | Posts that are new.',
  'employees | Employees | employees | STOCK | staff workforce workers-employed people-employed | People who work for an employer at a time.',
  'turnout | Turnout | percent | RATIO | voter-turnout | Share of those entitled to vote who did.',
  'votes | Votes | votes | FLOW | ballots votes-received votes-won | Votes cast for somebody or something.',
  'seats | Seats | seats | STOCK | seats-won | Seats held in a parliament or council.',
  'attendance | Attendance | people | FLOW | spectators crowds crowd | People who came to an event.',
  'goals | Goals | goals | FLOW | goals-scored | Goals scored.',
  'magnitude | Magnitude | magnitude | RATIO | earthquake-magnitude magnitudes | Size of an earthquake on the moment magnitude or Richter scale: logarithmic.',
  'temperature | Temperature | Cel | RATIO | temperatures | How warm it was.',
  'emissions | Emissions |  | FLOW | carbon-emissions co2-emissions greenhouse-gas-emissions | Greenhouse gases released over a period.',
  'area-burned | Area burned |  | CUMULATIVE | hectares-burned acres-burned | Land that a fire has burned so far.',
]

export const METRIC_VOCABULARY: readonly VocabularyMetric[] = ENTRIES.map((entry) => {
  const [key = '', label = '', unit = '', aggregation, synonyms = '', description = ''] = entry
    .split('|')
    .map((part) => part.trim())
  return {
    key,
    label,
    unit: unit === '' ? null : unit,
    aggregation: aggregation as VocabularyMetric['aggregation'],
    description,
    synonyms: synonyms.split(' ').filter(Boolean),
  }
})

const BY_KEY = new Map(METRIC_VOCABULARY.map((metric) => [metric.key, metric]))
const CANONICAL = new Map(
  METRIC_VOCABULARY.flatMap(({ key, synonyms }) => synonyms.map((synonym) => [synonym, key])),
)

/** The key that this one is a synonym of, or itself: "deaths" gives "people-killed". */
export const canonicalMetricKey = (key: string): string => CANONICAL.get(key) ?? key

/** Null for a metric that the vocabulary does not have. */
export const vocabularyMetric = (key: string): VocabularyMetric | null => BY_KEY.get(key) ?? null

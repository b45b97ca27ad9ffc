import { words } from './words.ts'

/** The last word of a capitalised run that names an event, a work, a law or a prize: nothing of ours. */
export const EVENT_HEADS: ReadonlySet<string> = words(
  'war wars battle battles siege massacre revolution uprising crisis prize prizes award awards cup championship championships open olympics olympic games tournament masters marathon grand prix festival carnival day days week year eve season series playoffs final finals bowl shield trophy plate slam medal medals race derby classic conference summit',
  'act bill treaty agreement accord accords protocol convention constitution law amendment declaration resolution plan deal code covenant strategy framework doctrine process pact',
  'covid covid-19 coronavirus virus pandemic hurricane typhoon cyclone storm tropical earthquake tsunami',
  'symphony concerto album song film movie novel show bible quran koran torah gospel theory principle theorem effect law disease syndrome',
  'street-journal internet web gdp tv dna rna ai ceo vip faq pdf usb gps lgbt lgbtq iq id phd mba bbc-one am fm hiv aids cpi ppi ipo etf esg suv nfl-draft',
  'rights election elections referendum census era age century renaissance reformation holocaust genocide',
)

/** Events that "of" leads on from: "Battle of Gettysburg" is no place. */
export const EVENT_HEADS_WITH_OF: ReadonlySet<string> = words(
  'battle battles siege treaty massacre festival war declaration',
)

/** All-capital words that are no organizations. */
export const COMMON_ACRONYMS: ReadonlySet<string> = words(
  'GDP TV DNA RNA AI CEO CFO COO CTO VIP FAQ PDF USB GPS LGBT LGBTQ IQ ID PHD MBA AM FM HIV AIDS CPI PPI IPO ETF ESG SUV COVID COVID-19 PR HR IT UFO DVD CD PC US UK UAE USA USSR DRC GMT UTC EST PST MP MEP MPS OK SOS ATM PIN RSVP NGO NGOS IED ICU ER CCTV DUI EV EVS LNG GMO IVF MVP PM VAT CO2 UAV UAVS ICBM WWII WWI II III IV VI VII VIII IX XI XII XIV XV XVI D.C. DC A.I. P.M. A.M. J.D. M.D. PH.D. JR SR NEWS BREAKING UPDATE LIVE WATCH EXCLUSIVE OPINION ANALYSIS VIDEO PHOTO PHOTOS',
)

import { words } from './words.ts'

/** All-capital words that are no organizations. */
export const COMMON_ACRONYMS: ReadonlySet<string> = words(
  'GDP TV DNA RNA AI CEO CFO COO CTO VIP FAQ PDF USB GPS LGBT LGBTQ IQ ID PHD MBA AM FM HIV AIDS CPI PPI IPO ETF ESG SUV COVID COVID-19 PR HR IT UFO DVD CD PC US UK UAE USA USSR DRC GMT UTC EST PST MP MEP MPS OK SOS ATM PIN RSVP NGO NGOS IED ICU ER CCTV DUI EV EVS LNG GMO IVF MVP PM VAT CO2 UAV UAVS ICBM WWII WWI II III IV VI VII VIII IX XI XII XIV XV XVI D.C. DC A.I. P.M. A.M. J.D. M.D. PH.D. JR SR NEWS BREAKING UPDATE LIVE WATCH EXCLUSIVE OPINION ANALYSIS VIDEO PHOTO PHOTOS',
)

/** Competitions that look like the bodies that hold them. */
export const COMPETITIONS: ReadonlySet<string> = new Set([
  'Champions League',
  'Europa League',
  'Conference League',
  'Nations League',
  'Super League',
  'Championship',
])

/** What stands before the names of ships, which are neither people nor places. */
export const SHIPS: ReadonlySet<string> = words('uss hms ms mv mt ss ins hmas')

/**
 * Names that reach English through several romanizations, or through two languages (Kharkiv, Kharkov), which no rule of
 * spelling joins without joining names of different people too. Each line is one name, folded as foldKey does.
 *
 * Entered by hand from forms in use by news agencies; Arabic after the ALA-LC table (2012) and its simplified forms,
 * Ukrainian after Cabinet of Ministers resolution 55 (2010), Russian after BGN/PCGN (1947).
 */
const LINES = [
  'mohammed muhammad mohamed mohammad muhammed mohamad muhamad mohamet mahomet',
  'ahmed ahmad achmed achmad',
  'mahmoud mahmud mahmood',
  'hussein hussain husayn husain hussayn hossein hosein husein',
  'hassan hasan',
  'osama usama',
  'omar umar',
  'yousef yusuf youssef yousuf yusef yussef yousaf',
  'khaled khalid',
  'mustafa mostafa moustafa',
  'ibrahim ebrahim',
  'saeed saeid sayeed',
  'abdullah abdallah abdulla',
  'abdul abdel abd',
  'suleiman sulaiman soleiman sulayman suleyman',
  'muammar moammar moamar muamar',
  'gaddafi qaddafi kadafi gadhafi qadhafi khadafy khaddafi kaddafi gadafi qadafi',
  'khamenei khamenai khameneyi',
  'hezbollah hizbullah hizbollah hezbullah',
  'houthi huthi',
  'quran koran',
  'volodymyr volodimir volodymir',
  'oleksandr olexandr oleksander',
  'serhiy serhii sergiy',
  'sergei sergey serguei',
  'andriy andrii',
  'andrei andrey',
  'yuri yury yuriy yurii iouri',
  'dmitry dmitri dmitriy dmitrii dimitri',
  'dmytro dmitro',
  'alexei alexey aleksei aleksey alexej',
  'aleksandr alexandr',
  'nikolai nikolay',
  'yevgeny evgeny yevgeni evgeni yevgeniy evgeniy evgenii',
  'yulia iulia yuliya yuliia',
  'mykola mikola',
  'kyiv kiev kyyiv',
  'kharkiv kharkov',
  'odesa odessa',
  'lviv lvov',
  'mykolaiv nikolaev mykolayiv nikolayev',
  'chernihiv chernigov',
  'luhansk lugansk',
  'zaporizhzhia zaporizhia zaporizhzhya zaporozhye zaporizhya',
  'dnipro dnepr dnieper',
  'donbas donbass',
] as const

const GROUPS: ReadonlyMap<string, string> = new Map(
  LINES.flatMap((line) => {
    const [first = '', ...others] = line.split(' ')
    return [first, ...others].map((word) => [word, first] as const)
  }),
)

/** The first spelling of the name's line, for a folded word; null where the word is in none. */
export const commonSpelling = (word: string): string | null => GROUPS.get(word) ?? null

/** As wire services shorten the states of the US; the eight that they write out are missing. */
const STATES: ReadonlyMap<string, string> = new Map(
  [
    'Ala. Alabama,Ariz. Arizona,Ark. Arkansas,Calif. California,Colo. Colorado,Conn. Connecticut,Del. Delaware',
    'Fla. Florida,Ga. Georgia,Ill. Illinois,Ind. Indiana,Kan. Kansas,Ky. Kentucky,La. Louisiana,Md. Maryland',
    'Mass. Massachusetts,Mich. Michigan,Minn. Minnesota,Miss. Mississippi,Mo. Missouri,Mont. Montana,Neb. Nebraska',
    'Nev. Nevada,N.H. New Hampshire,N.J. New Jersey,N.M. New Mexico,N.Y. New York,N.C. North Carolina',
    'N.D. North Dakota,Okla. Oklahoma,Ore. Oregon,Pa. Pennsylvania,R.I. Rhode Island,S.C. South Carolina',
    'S.D. South Dakota,Tenn. Tennessee,Vt. Vermont,Va. Virginia,Wash. Washington,W.Va. West Virginia',
    'Wis. Wisconsin,Wyo. Wyoming',
  ]
    .flatMap((line) => line.split(','))
    .map((entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
)

/** "Oklahoma" for the "Okla." of "TULSA, Okla."; null for what is no such abbreviation. */
export const spellOutState = (text: string): string | null => STATES.get(text) ?? null

const AIRBORNE =
  /^(?:drones?|missiles?|rockets?|uavs?|shells?|projectiles?|bombs?|munitions?|warheads?)$/

/** Whether a noun is a weapon that flies: what attacks with it launches it, and what stops it intercepts it. */
export const isAirborne = (noun: string): boolean => AIRBORNE.test(noun)

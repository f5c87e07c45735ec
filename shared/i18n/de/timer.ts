/** Texts of the timer in the top bar, absences, what was left running. */
export const timer = {
  title: 'Uhr',
}

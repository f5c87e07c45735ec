/** Texts of the list of time entries. */
export const timeList = {
  title: 'Liste',
}

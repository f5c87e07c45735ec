/** Texts of the screen of time: timeline and the form of an entry. */
export const time = {
  title: 'Zeit',
}

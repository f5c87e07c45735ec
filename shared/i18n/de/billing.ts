/** Texts of clients, rates, retainers, timesheets and invoices. */
export const billing = {
  title: 'Abrechnung',
}

/** Shopify, orders: one line per item, the order's totals on its first line only. */
import type { FormatDeclaration } from './format.ts'

export const shopify: FormatDeclaration = {
  id: 'shopify',
  kind: 'order',
  columns: [
    { field: 'name', headers: ['Name', 'Bestellung', 'Bestellnummer', 'Order'], type: 'id', required: true },
    { field: 'email', headers: ['E-Mail', 'Email'], type: 'text' },
    {
      field: 'status',
      headers: ['Zahlungsstatus', 'Financial Status', 'Finanzstatus', 'Payment status'],
      type: 'text',
      required: true,
    },
    { field: 'paidAt', headers: ['Bezahlt am', 'Paid at'], type: 'datetime' },
    { field: 'currency', headers: ['Währung', 'Currency'], type: 'currency' },
    { field: 'subtotal', headers: ['Zwischensumme', 'Subtotal'], type: 'money' },
    { field: 'shipping', headers: ['Versand', 'Shipping', 'Versandkosten'], type: 'money' },
    { field: 'taxes', headers: ['Steuern', 'Taxes', 'Steuer'], type: 'money', required: true },
    { field: 'total', headers: ['Gesamt', 'Total', 'Gesamtsumme', 'Gesamtbetrag'], type: 'money', required: true },
    { field: 'discountCode', headers: ['Rabattcode', 'Discount Code'], type: 'list' },
    { field: 'createdAt', headers: ['Erstellt am', 'Created at', 'Erstellt'], type: 'datetime', required: true },
    {
      field: 'quantity',
      headers: ['Artikelmenge', 'Lineitem quantity', 'Positionsmenge', 'Menge des Artikels'],
      type: 'count',
    },
    {
      field: 'itemName',
      headers: ['Artikelname', 'Lineitem name', 'Positionsname', 'Name des Artikels'],
      type: 'text',
    },
    {
      field: 'itemPrice',
      headers: ['Artikelpreis', 'Lineitem price', 'Positionspreis', 'Preis des Artikels'],
      type: 'money',
    },
    { field: 'attributes', headers: ['Notizattribute', 'Note Attributes', 'Anmerkungsattribute'], type: 'text' },
    { field: 'cancelledAt', headers: ['Storniert am', 'Cancelled at'], type: 'datetime' },
    {
      field: 'refunded',
      headers: ['Erstatteter Betrag', 'Refunded Amount', 'Rückerstatteter Betrag'],
      type: 'money',
    },
    { field: 'id', headers: ['Id', 'Bestell-ID'], type: 'id' },
  ],
  grouping: { by: 'name', firstLineHas: 'total' },
}

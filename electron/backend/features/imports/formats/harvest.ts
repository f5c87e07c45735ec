/** Harvest, detailed time report: hours of a day without clock times. What was invoiced there is not looked at. */
import type { FormatDeclaration } from './format.ts'

export const harvest: FormatDeclaration = {
  id: 'harvest',
  kind: 'time',
  columns: [
    { field: 'startDate', headers: ['Datum', 'Date'], type: 'date', required: true },
    { field: 'client', headers: ['Kunde', 'Client'], type: 'text' },
    { field: 'project', headers: ['Projekt', 'Project'], type: 'text', required: true },
    { field: 'projectCode', headers: ['Projektcode', 'Project Code'], type: 'text' },
    { field: 'task', headers: ['Aufgabe', 'Task'], type: 'text', required: true },
    { field: 'description', headers: ['Notizen', 'Notes'], type: 'text' },
    { field: 'duration', headers: ['Stunden', 'Hours'], type: 'hours', required: true },
    { field: 'billable', headers: ['Abrechenbar?', 'Billable?'], type: 'flag' },
    { field: 'invoiced', headers: ['Abgerechnet?', 'Invoiced?', 'In Rechnung gestellt?'], type: 'flag' },
    { field: 'firstName', headers: ['Vorname', 'First Name'], type: 'text' },
    { field: 'lastName', headers: ['Nachname', 'Last Name'], type: 'text' },
    { field: 'email', headers: ['E-Mail', 'Email'], type: 'text' },
  ],
  anyOf: [['projectCode', 'billable', 'invoiced']],
  totals: { in: ['client', 'project', 'task'], whenEmpty: ['startDate', 'client', 'project', 'task', 'firstName'] },
}

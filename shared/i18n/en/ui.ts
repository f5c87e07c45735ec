import type { ui as source } from '../de/ui.ts'
import type { Texts } from '../texts.ts'

export const ui = {
  keys: { control: 'Ctrl', shift: 'Shift', alt: 'Alt' },
  select: { placeholder: 'Please choose', empty: 'Nothing found', create: 'Create “{{text}}”' },
  amount: {
    notANumber: 'This is not a number. Example: 42.81',
    tooManyDecimals: 'At most two digits after the point.',
    tooLarge: 'This number is too large.',
    belowMinimum: 'At least {{minimum}}.',
    notAboveZero: 'Please enter an amount above zero.',
    aboveMaximum: 'At most {{maximum}}.',
  },
  record: { save: 'Save', cancel: 'Cancel', remove: 'Delete', removeNamed: 'Delete “{{name}}”' },
  fieldErrors: {
    required: 'Please fill in.',
    amountRequired: 'Please enter an amount above zero.',
    tooLong: '{{count}} characters at most.',
    ends_before_start: 'The end is before the beginning.',
    too_long: 'Longer than 30 years: please check the year.',
    tax_above_price: 'The tax cannot be higher than the price.',
    refund_above_price: 'No more can be refunded than was paid.',
    unknown: 'This value does not fit here.',
  },
  dialog: { close: 'Close' },
  progress: {
    count: '{{done}} {{unit}}',
    countOf: '{{done}} of {{total}} {{unit}}',
    cancel: 'Cancel',
    cancelling: 'Cancelling …',
  },
  chart: { showTable: 'Show as a table', showChart: 'Show as a chart' },
  toast: {
    region: 'Messages',
    close: 'Close message',
    undo: 'Undo',
    redo: 'Redo',
    undone: 'Undone',
    redone: 'Redone',
    nothingToUndo: 'There is nothing to undo in this window.',
    nothingToRedo: 'There is nothing to redo.',
  },
  error: {
    copy: 'Copy details',
    copied: 'Copied',
    retry: 'Try again',
    number: 'Error number {{id}}',
  },
  errors: {
    unknown: {
      title: 'Something went wrong that we did not expect.',
      meaning: 'What was saved before is unchanged.',
      advice: 'Please try again. If it stays like this, the details help us.',
    },
    connection_lost: {
      title: 'The connection to the ledger was interrupted for a moment.',
      meaning: 'What you just entered is still here but not saved yet.',
      advice: 'Gegenwert reconnects by itself. Please save once more afterwards.',
    },
    invalid_value: {
      title: 'A field holds something the ledger cannot take.',
      meaning: 'Nothing was saved.',
      advice: 'Please check the field “{{field}}”.',
    },
    bad_request: {
      title: 'Something you entered is incomplete or too long.',
      meaning: 'Nothing was saved.',
      advice: 'Please check what you entered.',
    },
    not_found: {
      title: 'This entry does not exist any more.',
      meaning: 'It was deleted in the meantime, perhaps in another window.',
      advice: 'Reload the view, or undo the deletion.',
    },
    name_taken: {
      title: 'The name “{{name}}” is taken.',
      meaning: 'Nothing was saved.',
      advice: 'Choose another name or use the entry that is there.',
    },
    in_use: {
      title: 'This is still in use and cannot be deleted.',
      meaning: '{{count}} entries refer to it. Nothing was deleted.',
      advice: 'Assign those entries elsewhere first.',
    },
    no_ledger: {
      title: 'No ledger is open.',
      meaning: 'Without a ledger there is nothing to show and nothing to save.',
      advice: 'Open a ledger or create a new one.',
    },
    ledger_unreadable: {
      title: 'This ledger cannot be opened.',
      meaning: 'The file was not changed.',
      advice: 'Choose another file or a backup.',
      reasons: {
        missing: 'There is no file at {{path}}.',
        not_a_ledger: '{{path}} is not a ledger of Gegenwert.',
        newer_file: '{{path}} was written by a newer version of Gegenwert. Please update Gegenwert.',
        damaged: '{{path}} is damaged. Open the latest backup.',
        no_permission: 'Gegenwert may not read or write {{path}}. Please check the permissions.',
        read_only_folder: 'The folder of {{path}} cannot be written to. Copy the ledger to another place.',
        in_use: '{{path}} is open in another program or window already.',
        exists: 'There is a file at {{path}} already. It was not overwritten.',
        disk_full: 'The disk has no space left for {{path}}.',
      },
    },
    disk_full: {
      title: 'The disk is full.',
      meaning: 'The last change was not saved; everything before it is safe.',
      advice: 'Free some space and try again.',
    },
    read_only: {
      title: 'The ledger cannot be written to.',
      meaning: 'The last change was not saved; everything before it is safe.',
      advice: 'Check the permissions of {{path}} or copy the file to another place.',
    },
    undo_conflict: {
      title: 'This cannot be undone any more.',
      meaning: 'The same entries were changed again afterwards. Everything stays as it is.',
      advice: 'Undo the later change first.',
    },
    file_gone: {
      title: 'The file you dropped is gone.',
      meaning: 'Gegenwert was restarted in the meantime. Nothing was imported.',
      advice: 'Please drop the file once more.',
    },
    file_too_large: {
      title: '“{{name}}” is too large.',
      meaning: 'The file has {{size}}, the limit is {{limit}}. Nothing was read.',
      advice: 'Export a shorter period and import the parts one after the other.',
    },
    import_superseded: {
      title: 'A later import builds on this one.',
      meaning: 'Nothing was undone.',
      advice: 'Undo the later import first.',
    },
    month_closed: {
      title: '{{month}} is closed.',
      meaning: 'Nothing can be added to a closed month. Nothing was saved.',
      advice: 'Choose a day from {{firstOpenDay}} on.',
    },
    month_not_ended: {
      title: '{{month}} has not ended yet.',
      meaning: 'A month can be closed once its last day is over. Nothing was changed.',
      advice: 'Try again on the first of next month.',
    },
    not_in_order: {
      title: 'It is not the turn of {{month}} yet.',
      meaning: 'Months are closed one after the other, without gaps. Nothing was changed.',
      advice: 'Close {{nextMonth}} first.',
    },
    timer_running: {
      title: 'A timer of {{person}} from this month is still running.',
      meaning: 'Its time would be missing from the closed month. Nothing was changed.',
      advice: 'Stop the timer, then close the month.',
    },
    closing_is_final: {
      title: 'Closing a month cannot be undone.',
      meaning: '{{month}} stays closed, just as its result was reported.',
      advice: 'Whatever still changes is booked as a correction in the current month.',
    },
  },
} as const satisfies Texts<typeof source>

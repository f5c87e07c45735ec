import type { importReasons as source } from '../de/imports-reasons.ts'
import type { Texts } from '../texts.ts'

export const importReasons = {
  failures: {
    empty: 'The file is empty. There is nothing to import; please export it again.',
    not_a_table: 'This is not a table. Nothing was read; please export the data as CSV.',
    misnamed_table:
      'This is not a table, although its name ends like one. Nothing was read; please export the data as CSV.',
    too_large:
      'The file is larger than 200 MB. Nothing was read; export a shorter period and import the parts one after the other.',
    too_many_rows:
      'The file has more than a million rows. Nothing was read; export a shorter period and import the parts one after the other.',
    broken_workbook:
      'The workbook cannot be read: it is damaged or protected by a password. Nothing was read; save it again, as .xlsx or as CSV.',
    large_workbook:
      'The workbook is too large: more than 100,000 rows, more than 500 columns or more than 64 MB unpacked. Nothing was read; save its first sheet as CSV.',
    missing_column:
      'The format is recognised, but at least one required column is missing. Nothing is imported; add the column to the export.',
    unknown_table:
      'This is a table, but none that Gegenwert knows. Nothing is imported; so far exports from Toggl Track, Clockify, Harvest, Kimai, Meta Ads, Google Ads and Shopify and filled-in hours sheets work.',
    other: 'The file cannot be read. Nothing is imported; please export it again.',
  },
  kinds: {
    pdf: 'It holds a PDF document.',
    xlsx: 'It holds an office document without a sheet that can be read.',
    xls: 'It holds an old Excel workbook. Save it as CSV in Excel.',
    zip: 'It holds a ZIP archive. Unpack it first.',
    gzip: 'It holds a packed archive. Unpack it first.',
    '7z': 'It holds a packed archive. Unpack it first.',
    rar: 'It holds a packed archive. Unpack it first.',
    png: 'It holds a picture.',
    jpeg: 'It holds a picture.',
    gif: 'It holds a picture.',
    sqlite: 'It holds a database, perhaps a ledger of Gegenwert.',
    html: 'It holds a web page. Often this means that the login had expired when it was downloaded.',
    json: 'It holds JSON data.',
    text: 'It holds text without columns.',
    binary: 'It holds binary data.',
  },
  missingColumns: 'Missing: {{list}}.',
  foundColumns: 'Columns found: {{list}}.',
  problems: {
    missing: 'A required value is missing. Add it to the file.',
    not_a_number: 'This is not a number. Correct the value in the file.',
    not_a_date: 'This is not a date. Correct the value in the file.',
    not_a_time: 'This is not a time of day. Correct the value in the file.',
    not_a_duration: 'This is not a duration. Correct the value in the file.',
    too_large: 'The value is too large to be true. Check it at its source.',
    negative: 'A negative value cannot stand here. Check it at its source.',
    end_before_start: 'The end lies before the start. Correct the entry at its source.',
    currency:
      'The amount is in another currency than your ledger. It is not converted; enter it by hand as a cost or revenue.',
    too_many_cells:
      'The row has more values than there are columns. Usually quotation marks around a text are missing.',
    open_quote: 'A quotation mark is never closed. Correct the row in the file.',
    truncated: 'The row is cut off. Download the file again.',
    line_without_order: 'The item belongs to an order that is not in the file. Export the orders again.',
    same_order_twice:
      'The same order stands in the file twice with different details. The first one counts; export again when in doubt.',
    tax_above_total: 'The tax is higher than the total. Check the order in the shop.',
  },
  otherSeparator: 'The line seems to have another separator than the rest of the file.',
  leftOut: {
    total: 'Row of totals: not counted, or everything would count twice',
    blank: 'Blank row',
    duplicate: 'Stands further up already, with the same details',
    zero_duration: 'Lasts zero seconds',
    not_work: 'Break or absence: no work',
  },
  notes: {
    crosses_clock_change: 'Lies across a clock change. The duration from the file is used.',
    time_occurs_twice:
      'This time occurred twice when the clocks went back. Where there is a duration it decides, else the first one counts.',
    time_is_skipped:
      'This time did not exist when the clocks went forward. The duration from the file is used, or one hour later.',
    duration_disagrees: 'Duration and times do not agree. Start and duration are used.',
    over_a_day: 'This is longer than a day; maybe the timer was left running. The entry is imported as it is.',
    rows_added_up: 'Several rows for the same campaign and the same days were added up.',
    same_entry_twice: 'The same entry stands in the file once more. Both are imported; check whether that is right.',
    refund_above_paid: 'More was refunded than paid. At most the paid amount is counted.',
    unknown_status: 'Gegenwert does not know this payment status. The order is taken over but not counted as revenue.',
    file_is_truncated:
      'The file ends in the middle of a character, so it is incomplete. Everything before is read; it is best to download it again.',
  },
} as const satisfies Texts<typeof source>

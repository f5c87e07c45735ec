/** Why files and rows are not imported, and what to know about those that are. The command line says the same. */
export const importReasons = {
  /** Why a whole file cannot be read. */
  failures: {
    empty: 'Die Datei ist leer. Es gibt nichts zu importieren; exportieren Sie sie bitte noch einmal.',
    not_a_table: 'Das ist keine Tabelle. Es wurde nichts gelesen; exportieren Sie die Daten bitte als CSV.',
    misnamed_table:
      'Das ist keine Tabelle, auch wenn der Name so endet. Es wurde nichts gelesen; exportieren Sie die Daten bitte als CSV.',
    too_large:
      'Die Datei ist größer als 200 MB. Es wurde nichts gelesen; exportieren Sie einen kürzeren Zeitraum und importieren Sie die Teile nacheinander.',
    too_many_rows:
      'Die Datei hat mehr als eine Million Zeilen. Es wurde nichts gelesen; exportieren Sie einen kürzeren Zeitraum und importieren Sie die Teile nacheinander.',
    broken_workbook:
      'Die Arbeitsmappe lässt sich nicht lesen: Sie ist beschädigt oder mit einem Kennwort geschützt. Es wurde nichts gelesen; speichern Sie sie neu, als .xlsx oder als CSV.',
    large_workbook:
      'Die Arbeitsmappe ist zu groß: mehr als 100.000 Zeilen, mehr als 500 Spalten oder ausgepackt mehr als 64 MB. Es wurde nichts gelesen; speichern Sie ihr erstes Blatt als CSV.',
    missing_column:
      'Das Format ist erkannt, aber mindestens eine notwendige Spalte fehlt. Es wird nichts importiert; nehmen Sie die Spalte im Export dazu.',
    unknown_table:
      'Das ist eine Tabelle, aber keine, die Gegenwert kennt. Es wird nichts importiert; bisher gehen Exporte aus Toggl Track, Clockify, Harvest, Kimai, Meta Ads, Google Ads, Shopify und ausgefüllte Stundenzettel.',
    other: 'Die Datei lässt sich nicht lesen. Es wird nichts importiert; exportieren Sie sie bitte noch einmal.',
  },
  /** What a file that is no table turned out to be. */
  kinds: {
    pdf: 'Der Inhalt ist ein PDF-Dokument.',
    xlsx: 'Der Inhalt ist ein Office-Dokument ohne lesbares Tabellenblatt.',
    xls: 'Der Inhalt ist eine alte Excel-Arbeitsmappe. Speichern Sie sie in Excel als CSV.',
    zip: 'Der Inhalt ist ein ZIP-Archiv. Entpacken Sie es zuerst.',
    gzip: 'Der Inhalt ist ein gepacktes Archiv. Entpacken Sie es zuerst.',
    '7z': 'Der Inhalt ist ein gepacktes Archiv. Entpacken Sie es zuerst.',
    rar: 'Der Inhalt ist ein gepacktes Archiv. Entpacken Sie es zuerst.',
    png: 'Der Inhalt ist ein Bild.',
    jpeg: 'Der Inhalt ist ein Bild.',
    gif: 'Der Inhalt ist ein Bild.',
    sqlite: 'Der Inhalt ist eine Datenbank, vielleicht ein Hauptbuch von Gegenwert.',
    html: 'Der Inhalt ist eine Webseite. Oft heißt das: Die Anmeldung war beim Herunterladen abgelaufen.',
    json: 'Der Inhalt sind JSON-Daten.',
    text: 'Der Inhalt ist Text ohne Spalten.',
    binary: 'Der Inhalt sind Binärdaten.',
  },
  missingColumns: 'Es fehlt: {{list}}.',
  foundColumns: 'Gefundene Spalten: {{list}}.',
  /** Why one row is not imported. */
  problems: {
    missing: 'Ein notwendiger Wert fehlt. Ergänzen Sie ihn in der Datei.',
    not_a_number: 'Das ist keine Zahl. Berichtigen Sie den Wert in der Datei.',
    not_a_date: 'Das ist kein Datum. Berichtigen Sie den Wert in der Datei.',
    not_a_time: 'Das ist keine Uhrzeit. Berichtigen Sie den Wert in der Datei.',
    not_a_duration: 'Das ist keine Dauer. Berichtigen Sie den Wert in der Datei.',
    too_large: 'Der Wert ist zu groß, um zu stimmen. Prüfen Sie ihn an der Quelle.',
    negative: 'Hier darf kein negativer Wert stehen. Prüfen Sie ihn an der Quelle.',
    end_before_start: 'Das Ende liegt vor dem Anfang. Berichtigen Sie den Eintrag an der Quelle.',
    currency:
      'Der Betrag ist in einer anderen Währung als Ihr Hauptbuch. Er wird nicht umgerechnet; tragen Sie ihn von Hand als Kosten oder Umsatz ein.',
    too_many_cells: 'Die Zeile hat mehr Werte als Spalten. Meist fehlt ein Anführungszeichen um einen Text.',
    open_quote: 'Ein Anführungszeichen wird nicht geschlossen. Berichtigen Sie die Zeile in der Datei.',
    truncated: 'Die Zeile ist abgeschnitten. Laden Sie die Datei noch einmal herunter.',
    line_without_order:
      'Die Position gehört zu einer Bestellung, die nicht in der Datei steht. Exportieren Sie die Bestellungen noch einmal.',
    same_order_twice:
      'Dieselbe Bestellung steht zweimal mit verschiedenen Angaben in der Datei. Es gilt die erste; exportieren Sie im Zweifel neu.',
    tax_above_total: 'Die Steuer ist höher als der Gesamtbetrag. Prüfen Sie die Bestellung im Shop.',
  },
  /** Beside a problem, where the whole row stands in one cell. */
  otherSeparator: 'Die Zeile scheint ein anderes Trennzeichen zu haben als der Rest der Datei.',
  /** Why a row that is no mistake is left out. */
  leftOut: {
    total: 'Summenzeile: wird nicht mitgezählt, sonst wäre alles doppelt',
    blank: 'Leere Zeile',
    duplicate: 'Steht schon weiter oben, mit denselben Angaben',
    zero_duration: 'Dauert null Sekunden',
    not_work: 'Pause oder Abwesenheit: keine Arbeit',
  },
  /** What should be known about rows that are imported. */
  notes: {
    crosses_clock_change: 'Liegt über der Zeitumstellung. Gerechnet wird mit der Dauer aus der Datei.',
    time_occurs_twice:
      'Diese Uhrzeit gab es bei der Umstellung auf Winterzeit zweimal. Wo eine Dauer dabeisteht, entscheidet sie, sonst gilt die erste.',
    time_is_skipped:
      'Diese Uhrzeit gab es bei der Umstellung auf Sommerzeit nicht. Gerechnet wird mit der Dauer aus der Datei oder eine Stunde später.',
    duration_disagrees: 'Dauer und Uhrzeiten passen nicht zusammen. Gerechnet wird mit Anfang und Dauer.',
    over_a_day: 'Das ist länger als ein Tag; vielleicht lief die Uhr weiter. Der Eintrag wird importiert, wie er ist.',
    rows_added_up: 'Mehrere Zeilen für dieselbe Kampagne und dieselben Tage wurden zusammengezählt.',
    same_entry_twice:
      'Derselbe Eintrag steht noch einmal in der Datei. Beide werden importiert; prüfen Sie, ob das stimmt.',
    refund_above_paid: 'Es wurde mehr erstattet als bezahlt. Gezählt wird höchstens der bezahlte Betrag.',
    unknown_status:
      'Diesen Zahlungsstand kennt Gegenwert nicht. Die Bestellung wird übernommen, aber nicht als Umsatz gezählt.',
    file_is_truncated:
      'Die Datei endet mitten in einem Zeichen, ist also unvollständig. Alles davor wird gelesen; laden Sie sie am besten noch einmal herunter.',
  },
} as const

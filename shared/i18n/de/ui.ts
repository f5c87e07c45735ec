/** Texts of the parts every screen is made of. */
export const ui = {
  keys: { control: 'Strg', shift: 'Umschalt', alt: 'Alt' },
  select: { placeholder: 'Bitte wählen', empty: 'Nichts gefunden', create: '„{{text}}“ neu anlegen' },
  amount: {
    notANumber: 'Das ist keine Zahl. Beispiel: 42,81',
    tooManyDecimals: 'Höchstens zwei Stellen nach dem Komma.',
    tooLarge: 'Diese Zahl ist zu groß.',
    belowMinimum: 'Mindestens {{minimum}}.',
    notAboveZero: 'Bitte einen Betrag über null eintragen.',
    aboveMaximum: 'Höchstens {{maximum}}.',
  },
  record: { save: 'Speichern', cancel: 'Abbrechen', remove: 'Löschen', removeNamed: '„{{name}}“ löschen' },
  fieldErrors: {
    required: 'Bitte ausfüllen.',
    amountRequired: 'Bitte einen Betrag über null eintragen.',
    tooLong: 'Höchstens {{count}} Zeichen.',
    ends_before_start: 'Das Ende liegt vor dem Anfang.',
    too_long: 'Länger als 30 Jahre: Bitte das Jahr prüfen.',
    tax_above_price: 'Die Steuer kann nicht höher sein als der Preis.',
    refund_above_price: 'Mehr als bezahlt wurde, kann nicht erstattet werden.',
    unknown: 'Dieser Wert passt hier nicht.',
  },
  dialog: { close: 'Schließen' },
  progress: {
    count: '{{done}} {{unit}}',
    countOf: '{{done}} von {{total}} {{unit}}',
    cancel: 'Abbrechen',
    cancelling: 'Wird abgebrochen …',
  },
  chart: { showTable: 'Als Tabelle zeigen', showChart: 'Als Diagramm zeigen' },
  toast: {
    region: 'Meldungen',
    close: 'Meldung schließen',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    undone: 'Rückgängig gemacht',
    redone: 'Wiederholt',
    nothingToUndo: 'In diesem Fenster gibt es nichts rückgängig zu machen.',
    nothingToRedo: 'Es gibt nichts zu wiederholen.',
  },
  error: {
    copy: 'Einzelheiten kopieren',
    copied: 'Kopiert',
    retry: 'Noch einmal versuchen',
    number: 'Fehlernummer {{id}}',
  },
  errors: {
    unknown: {
      title: 'Da ist etwas schiefgegangen, womit wir nicht gerechnet haben.',
      meaning: 'Was vorher gespeichert war, ist unverändert.',
      advice: 'Bitte versuchen Sie es noch einmal. Bleibt es dabei, helfen uns die Einzelheiten.',
    },
    connection_lost: {
      title: 'Die Verbindung zum Hauptbuch ist kurz unterbrochen.',
      meaning: 'Was Sie gerade eingegeben haben, steht noch hier, ist aber noch nicht gespeichert.',
      advice: 'Gegenwert verbindet sich von selbst neu. Danach bitte noch einmal speichern.',
    },
    invalid_value: {
      title: 'Ein Feld enthält etwas, das das Hauptbuch nicht annehmen kann.',
      meaning: 'Es wurde nichts gespeichert.',
      advice: 'Bitte prüfen Sie das Feld „{{field}}“.',
    },
    bad_request: {
      title: 'Eine Eingabe ist unvollständig oder zu lang.',
      meaning: 'Es wurde nichts gespeichert.',
      advice: 'Bitte prüfen Sie Ihre Eingaben.',
    },
    not_found: {
      title: 'Diesen Eintrag gibt es nicht mehr.',
      meaning: 'Er wurde inzwischen gelöscht, vielleicht in einem anderen Fenster.',
      advice: 'Laden Sie die Ansicht neu, oder machen Sie das Löschen rückgängig.',
    },
    name_taken: {
      title: 'Den Namen „{{name}}“ gibt es schon.',
      meaning: 'Es wurde nichts gespeichert.',
      advice: 'Wählen Sie einen anderen Namen oder nehmen Sie den vorhandenen Eintrag.',
    },
    in_use: {
      title: 'Das wird noch gebraucht und lässt sich nicht löschen.',
      meaning: '{{count}} Einträge beziehen sich darauf. Es wurde nichts gelöscht.',
      advice: 'Ordnen Sie diese Einträge zuerst anders zu.',
    },
    no_ledger: {
      title: 'Es ist kein Hauptbuch geöffnet.',
      meaning: 'Ohne Hauptbuch gibt es nichts zu zeigen und nichts zu speichern.',
      advice: 'Öffnen Sie ein Hauptbuch oder legen Sie ein neues an.',
    },
    ledger_unreadable: {
      title: 'Dieses Hauptbuch lässt sich nicht öffnen.',
      meaning: 'Die Datei wurde nicht verändert.',
      advice: 'Wählen Sie eine andere Datei oder eine Sicherung.',
      reasons: {
        missing: 'Unter {{path}} liegt keine Datei.',
        not_a_ledger: '{{path}} ist kein Hauptbuch von Gegenwert.',
        newer_file:
          '{{path}} wurde mit einer neueren Version von Gegenwert geschrieben. Bitte aktualisieren Sie Gegenwert.',
        damaged: '{{path}} ist beschädigt. Öffnen Sie die jüngste Sicherung.',
        no_permission: 'Gegenwert darf {{path}} nicht lesen oder schreiben. Bitte prüfen Sie die Rechte.',
        read_only_folder:
          'In den Ordner von {{path}} lässt sich nicht schreiben. Kopieren Sie das Hauptbuch an einen anderen Ort.',
        in_use: '{{path}} ist schon in einem anderen Programm oder Fenster geöffnet.',
        exists: 'Unter {{path}} liegt schon eine Datei. Sie wurde nicht überschrieben.',
        disk_full: 'Auf dem Datenträger ist kein Platz mehr für {{path}}.',
      },
    },
    disk_full: {
      title: 'Der Datenträger ist voll.',
      meaning: 'Die letzte Änderung wurde nicht gespeichert; alles davor ist sicher.',
      advice: 'Schaffen Sie Platz und versuchen Sie es noch einmal.',
    },
    read_only: {
      title: 'Das Hauptbuch lässt sich nicht beschreiben.',
      meaning: 'Die letzte Änderung wurde nicht gespeichert; alles davor ist sicher.',
      advice: 'Prüfen Sie die Rechte von {{path}} oder kopieren Sie die Datei an einen anderen Ort.',
    },
    undo_conflict: {
      title: 'Das lässt sich nicht mehr rückgängig machen.',
      meaning: 'Dieselben Einträge wurden danach noch einmal geändert. Alles bleibt, wie es ist.',
      advice: 'Machen Sie zuerst die spätere Änderung rückgängig.',
    },
    file_gone: {
      title: 'Die abgelegte Datei ist nicht mehr da.',
      meaning: 'Gegenwert wurde inzwischen neu gestartet. Es wurde nichts importiert.',
      advice: 'Legen Sie die Datei bitte noch einmal ab.',
    },
    file_too_large: {
      title: '„{{name}}“ ist zu groß.',
      meaning: 'Die Datei hat {{size}}, erlaubt sind {{limit}}. Es wurde nichts gelesen.',
      advice: 'Exportieren Sie einen kürzeren Zeitraum und importieren Sie die Teile nacheinander.',
    },
    import_superseded: {
      title: 'Ein späterer Import baut auf diesem auf.',
      meaning: 'Es wurde nichts rückgängig gemacht.',
      advice: 'Machen Sie zuerst den späteren Import rückgängig.',
    },
    month_closed: {
      title: '{{month}} ist abgeschlossen.',
      meaning: 'In einem abgeschlossenen Monat kommt nichts mehr hinzu. Es wurde nichts gespeichert.',
      advice: 'Wählen Sie einen Tag ab dem {{firstOpenDay}}.',
    },
    month_not_ended: {
      title: '{{month}} ist noch nicht vorbei.',
      meaning: 'Abschließen lässt sich ein Monat erst nach seinem letzten Tag. Es wurde nichts geändert.',
      advice: 'Versuchen Sie es am Ersten des nächsten Monats noch einmal.',
    },
    not_in_order: {
      title: '{{month}} ist noch nicht an der Reihe.',
      meaning: 'Monate werden lückenlos nacheinander abgeschlossen. Es wurde nichts geändert.',
      advice: 'Schließen Sie zuerst {{nextMonth}} ab.',
    },
    timer_running: {
      title: 'Für {{person}} läuft noch eine Stoppuhr aus diesem Monat.',
      meaning: 'Ihre Zeit würde im abgeschlossenen Monat fehlen. Es wurde nichts geändert.',
      advice: 'Halten Sie die Stoppuhr an und schließen Sie den Monat dann ab.',
    },
    closing_is_final: {
      title: 'Ein Monatsabschluss lässt sich nicht rückgängig machen.',
      meaning: '{{month}} bleibt abgeschlossen, so wie das Ergebnis berichtet wurde.',
      advice: 'Was sich noch ändert, bucht Gegenwert als Korrektur in den laufenden Monat.',
    },
  },
} as const

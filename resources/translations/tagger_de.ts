<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <location filename="../../tagger/gui/about.py" />
      <source>About Tagger</source>
      <translation>Über Tagger</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/about.py" />
      <source>Recognises what is in your photos on this machine, lets you review it, and writes what you accept into XMP sidecars. Free software under the GNU General Public License, version 3 or later.</source>
      <translation>Erkennt auf diesem Rechner, was auf den Fotos ist, lässt es prüfen und schreibt das Angenommene in XMP-Sidecars. Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/about.py" />
      <source>Third-party notices</source>
      <translation>Hinweise zu Software anderer</translation>
    </message>
  </context>
  <context>
    <name>Activity</name>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 cannot be read; see Unreadable on the left.</source>
      <translation>1 ist nicht lesbar; siehe „Unlesbar“ links.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 could not be.</source>
      <translation>1 konnte es nicht.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 could not be; it is tried again next time.</source>
      <translation>1 konnte es nicht; beim nächsten Mal wird es wieder versucht.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 moved photo was found.</source>
      <translation>1 verschobenes Foto wurde gefunden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 new photo.</source>
      <translation>1 neues Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 photo recognised.</source>
      <translation>1 Foto erkannt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 sidecar written.</source>
      <translation>1 Sidecar geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 video is left alone: only photos are handled.</source>
      <translation>1 Video bleibt außen vor: Es geht nur um Fotos.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>Indexing</source>
      <translation>Einlesen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>No backend is switched on. Switch one on in the settings, under Backends.</source>
      <translation>Kein Dienst ist eingeschaltet. Einen in den Einstellungen unter „Dienste“ einschalten.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>No new photos.</source>
      <translation>Keine neuen Fotos.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>Nothing to recognise: these photos are done.</source>
      <translation>Nichts zu erkennen: Diese Fotos sind fertig.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>Recognising</source>
      <translation>Erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>Writing sidecars</source>
      <translation>Sidecars schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} cannot be read; see Unreadable on the left.</source>
      <translation>{n} sind nicht lesbar; siehe „Unlesbar“ links.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} could not be.</source>
      <translation>{n} konnten es nicht.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} could not be; they are tried again next time.</source>
      <translation>{n} konnten es nicht; beim nächsten Mal wird es wieder versucht.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} moved photos were found.</source>
      <translation>{n} verschobene Fotos wurden gefunden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} new photos.</source>
      <translation>{n} neue Fotos.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} photos recognised.</source>
      <translation>{n} Fotos erkannt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} sidecars written.</source>
      <translation>{n} Sidecars geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} videos are left alone: only photos are handled.</source>
      <translation>{n} Videos bleiben außen vor: Es geht nur um Fotos.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{work}: stopped; what was finished is kept.</source>
      <translation>{work}: angehalten; was fertig war, bleibt erhalten.</translation>
    </message>
  </context>
  <context>
    <name>ActivityPage</name>
    <message>
      <location filename="../../tagger/gui/jobs/page.py" />
      <source>Activity</source>
      <translation>Aktivität</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/page.py" />
      <source>Cancel what waits</source>
      <translation>Wartendes abbrechen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/page.py" />
      <source>Close the activity</source>
      <translation>Aktivität schließen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/page.py" />
      <source>Close the activity (Esc)</source>
      <translation>Aktivität schließen (Esc)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/page.py" />
      <source>Failures ({n})</source>
      <translation>Fehlschläge ({n})</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/page.py" />
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/page.py" />
      <source>Pause</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/page.py" />
      <source>What is finished is kept; what waits is taken from the queue</source>
      <translation>Was fertig ist, bleibt erhalten; was wartet, wird aus der Warteschlange genommen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/page.py" />
      <source>What was sent ({n})</source>
      <translation>Gesendetes ({n})</translation>
    </message>
  </context>
  <context>
    <name>Adding</name>
    <message>
      <location filename="../../tagger/gui/folders/adding.py" />
      <source>Add a folder</source>
      <translation>Ordner hinzufügen</translation>
    </message>
  </context>
  <context>
    <name>Agreement</name>
    <message>
      <location filename="../../tagger/gui/review/model.py" />
      <source>{names} has answered and does not</source>
      <translation>{names} hat geantwortet und nicht</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/model.py" />
      <source>{names} says so too</source>
      <translation>{names} sagt das auch</translation>
    </message>
  </context>
  <context>
    <name>AskBar</name>
    <message>
      <location filename="../../tagger/gui/identity/asking.py" />
      <source>It is a new photo</source>
      <translation>Es ist ein neues Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/asking.py" />
      <source>It is this photo</source>
      <translation>Es ist dieses Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/asking.py" />
      <source>Later</source>
      <translation>Später</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/asking.py" />
      <source>Missing photos with this picture</source>
      <translation>Fehlende Fotos mit diesem Bild</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/asking.py" />
      <source>Photos that may have moved</source>
      <translation>Vielleicht verschobene Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/asking.py" />
      <source>{n} files are to be asked about</source>
      <translation>Zu {n} Dateien gibt es eine Frage</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/asking.py" />
      <source>“{name}” in {folder} shows the picture of a missing photo. Is it that photo?</source>
      <translation>„{name}“ in {folder} zeigt das Bild eines fehlenden Fotos. Ist es dieses Foto?</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/asking.py" />
      <source>“{name}” in {folder} shows the picture of {n} missing photos. Which of them is it?</source>
      <translation>„{name}“ in {folder} zeigt das Bild von {n} fehlenden Fotos. Welches davon ist es?</translation>
    </message>
  </context>
  <context>
    <name>Asking</name>
    <message>
      <location filename="../../tagger/gui/identity/asking.py" />
      <source>No photo is in question.</source>
      <translation>Kein Foto ist fraglich.</translation>
    </message>
  </context>
  <context>
    <name>BackendForm</name>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Add a backend</source>
      <translation>Dienst hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Add and switch on</source>
      <translation>Hinzufügen und einschalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Address of the service</source>
      <translation>Adresse des Dienstes</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Change {name}</source>
      <translation>{name} ändern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Empty for the service's own</source>
      <translation>Leer für die eigene des Dienstes</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Kept in the keyring; type another to replace it</source>
      <translation>Im Schlüsselbund aufbewahrt; ein anderes eingeben, um es zu ersetzen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Kept until Tagger ends; type another to replace it</source>
      <translation>Aufbewahrt, bis Tagger endet; ein anderes eingeben, um es zu ersetzen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Kind of service</source>
      <translation>Art des Dienstes</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Lower-case letters, digits and -</source>
      <translation>Kleinbuchstaben, Ziffern und -</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Name of the backend</source>
      <translation>Name des Dienstes</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Not set</source>
      <translation>Nicht gesetzt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Price, budget and speed</source>
      <translation>Preis, Budget und Tempo</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Secrets are kept in the keyring of this system, never in the settings file.</source>
      <translation>Geheimnisse liegen im Schlüsselbund dieses Systems, nie in der Einstellungsdatei.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Service</source>
      <translation>Dienst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>Set by the environment ({variable}), which comes first</source>
      <translation>Von der Umgebung gesetzt ({variable}), die vorgeht</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>There is no keyring here. A secret that you type is kept in memory until Tagger ends and is never written to a file. To have it each time, set it in the environment: {variables}</source>
      <translation>Hier gibt es keinen Schlüsselbund. Ein eingegebenes Geheimnis bleibt im Speicher, bis Tagger endet, und wird nie in eine Datei geschrieben. Um es jedes Mal zu haben, in der Umgebung setzen: {variables}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/form.py" />
      <source>{title} (needed)</source>
      <translation>{title} (nötig)</translation>
    </message>
  </context>
  <context>
    <name>BackendState</name>
    <message>
      <location filename="../../tagger/gui/backends/known.py" />
      <source>Needs a secret: {names}</source>
      <translation>Braucht ein Geheimnis: {names}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/known.py" />
      <source>Paused: {reason}</source>
      <translation>Angehalten: {reason}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/known.py" />
      <source>Ready; photos stay on this machine</source>
      <translation>Bereit; Fotos bleiben auf diesem Rechner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/known.py" />
      <source>Ready; sends photos away when you ask it</source>
      <translation>Bereit; verschickt Fotos, wenn verlangt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/known.py" />
      <source>Switched off</source>
      <translation>Ausgeschaltet</translation>
    </message>
  </context>
  <context>
    <name>BackendsSection</name>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>Add…</source>
      <translation>Hinzufügen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>Backends</source>
      <translation>Dienste</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>Change…</source>
      <translation>Ändern…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>Keep it</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>Remove {name}</source>
      <translation>{name} entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>Remove {name} with its secrets? What it recognised stays.</source>
      <translation>{name} mit seinen Geheimnissen entfernen? Was erkannt wurde, bleibt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>Remove…</source>
      <translation>Entfernen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>Service</source>
      <translation>Dienst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>Test…</source>
      <translation>Testen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/section.py" />
      <source>What recognises your photos. Those that send photos away ask before they do.</source>
      <translation>Was die Fotos erkennt. Wer Fotos verschickt, fragt vorher.</translation>
    </message>
  </context>
  <context>
    <name>BackendsShown</name>
    <message>
      <location filename="../../tagger/gui/viewer/backends_shown.py" />
      <source>Boxes shown</source>
      <translation>Gezeigte Rahmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/backends_shown.py" />
      <source>Drawn by hand</source>
      <translation>Von Hand gezeichnet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/backends_shown.py" />
      <source>Named in the file</source>
      <translation>In der Datei benannt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/backends_shown.py" />
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
  </context>
  <context>
    <name>Browser</name>
    <message>
      <location filename="../../tagger/gui/browser.py" />
      <source>All photos</source>
      <translation>Alle Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/browser.py" />
      <source>Similar to {photo}</source>
      <translation>Ähnlich wie {photo}</translation>
    </message>
  </context>
  <context>
    <name>ByLabel</name>
    <message>
      <location filename="../../tagger/gui/by_label/reviewing.py" />
      <source>Back to the photos</source>
      <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/reviewing.py" />
      <source>Every label here has been reviewed.</source>
      <translation>Alle Labels hier sind geprüft.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/reviewing.py" />
      <source>Looking for what waits…</source>
      <translation>Suche, was zu prüfen ist…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/reviewing.py" />
      <source>No suggestion waits here.</source>
      <translation>Hier ist kein Vorschlag offen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/reviewing.py" />
      <source>Nothing waits under this label any more.</source>
      <translation>Unter diesem Label ist nichts mehr offen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/reviewing.py" />
      <source>Nothing waits under “{label}”.</source>
      <translation>Unter „{label}“ ist nichts offen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/reviewing.py" />
      <source>Review this label</source>
      <translation>Dieses Label prüfen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/reviewing.py" />
      <source>Show its photos</source>
      <translation>Seine Fotos zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/reviewing.py" />
      <source>{label}: {accepted} accepted, {rejected} rejected</source>
      <translation>{label}: {accepted} angenommen, {rejected} abgelehnt</translation>
    </message>
  </context>
  <context>
    <name>Caption</name>
    <message>
      <location filename="../../tagger/gui/viewer/caption.py" />
      <source>Photo caption</source>
      <translation>Angaben zum Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/caption.py" />
      <source>{number} of {total}</source>
      <translation>{number} von {total}</translation>
    </message>
  </context>
  <context>
    <name>CaptionField</name>
    <message>
      <location filename="../../tagger/gui/review/caption_field.py" />
      <source>Add a caption</source>
      <translation>Bildunterschrift hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/caption_field.py" />
      <source>Caption</source>
      <translation>Bildunterschrift</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/caption_field.py" />
      <source>Captions differ; typing replaces all</source>
      <translation>Verschieden; Tippen ersetzt alle</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/caption_field.py" />
      <source>Ctrl+Enter saves, Escape takes back</source>
      <translation>Strg+Eingabe speichert, Esc nimmt zurück</translation>
    </message>
  </context>
  <context>
    <name>CarriedList</name>
    <message>
      <location filename="../../tagger/gui/tagging/carried.py" />
      <source>Add to all</source>
      <translation>Allen hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/carried.py" />
      <source>Remove from all</source>
      <translation>Von allen entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/carried.py" />
      <source>Tags of the selected photos</source>
      <translation>Stichwörter der ausgewählten Fotos</translation>
    </message>
  </context>
  <context>
    <name>CellDelegate</name>
    <message>
      <location filename="../../tagger/gui/grid/delegate.py" />
      <source>Missing</source>
      <translation>Fehlend</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/delegate.py" />
      <source>Not connected</source>
      <translation>Nicht angeschlossen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/delegate.py" />
      <source>Unreadable</source>
      <translation>Unlesbar</translation>
    </message>
  </context>
  <context>
    <name>ChangeBar</name>
    <message>
      <location filename="../../tagger/gui/sources/bar.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/bar.py" />
      <source>Change of tags</source>
      <translation>Änderung von Stichwörtern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/bar.py" />
      <source>Known tags</source>
      <translation>Bekannte Stichwörter</translation>
    </message>
  </context>
  <context>
    <name>ChooseBar</name>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>&amp;Leave out</source>
      <translation>Aus&amp;lassen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>Only &amp;these (nothing for all)</source>
      <translation>Nur &amp;diese (leer für alle)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>What counts in a folder</source>
      <translation>Was in einem Ordner zählt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>What counts in “{name}”? Names or patterns, one a line</source>
      <translation>Was zählt in „{name}“? Namen oder Muster, je Zeile eines</translation>
    </message>
  </context>
  <context>
    <name>Choosing</name>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>1 of {total} photos leaves the library; what is known of it is kept, and no file is touched.</source>
      <translation>1 von {total} Fotos verlässt die Bibliothek; was von ihm bekannt ist, bleibt erhalten, und keine Datei wird angerührt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>All {total} photos of it stay.</source>
      <translation>Alle {total} Fotos darin bleiben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>Photos are being read. Wait until that is done, or cancel it, then choose.</source>
      <translation>Fotos werden gerade gelesen. Das abwarten oder abbrechen, dann wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>There is no folder in this library.</source>
      <translation>In dieser Bibliothek ist kein Ordner.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>What counts in it…</source>
      <translation>Was darin zählt…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/choosing.py" />
      <source>{n} of {total} photos leave the library; what is known of them is kept, and no file is touched.</source>
      <translation>{n} von {total} Fotos verlassen die Bibliothek; was von ihnen bekannt ist, bleibt erhalten, und keine Datei wird angerührt.</translation>
    </message>
  </context>
  <context>
    <name>Cleaning</name>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>1 line was written to the file.</source>
      <translation>1 Zeile wurde in die Datei geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>1 photo is held</source>
      <translation>1 Foto ist aufbewahrt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>1 photo is in the trash</source>
      <translation>1 Foto ist im Papierkorb</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>And 1 more was left alone.</source>
      <translation>Und 1 weiteres blieb, wie es war.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>And {n} more were left alone.</source>
      <translation>Und {n} weitere blieben, wie sie waren.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>Cleaning up</source>
      <translation>Aufräumen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>Export the plan</source>
      <translation>Plan exportieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>JSON (*.json)</source>
      <translation>JSON (*.json)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>Move the photos to a folder</source>
      <translation>Fotos in einen Ordner verschieben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>Moving to the trash</source>
      <translation>In den Papierkorb verschieben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>Nothing was moved.</source>
      <translation>Nichts wurde verschoben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>Table (*.csv)</source>
      <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>This photo stays: {reason}</source>
      <translation>Dieses Foto bleibt: {reason}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>{n} lines were written to the file.</source>
      <translation>{n} Zeilen wurden in die Datei geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>{n} photos are held</source>
      <translation>{n} Fotos sind aufbewahrt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>{n} photos are in the trash</source>
      <translation>{n} Fotos sind im Papierkorb</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>{photos} moved to {folder}.</source>
      <translation>{photos} nach {folder} verschoben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/cleaning.py" />
      <source>{photos}; emptying frees {size}.</source>
      <translation>{photos}; Leeren macht {size} frei.</translation>
    </message>
  </context>
  <context>
    <name>ColourButton</name>
    <message>
      <location filename="../../tagger/gui/review/values.py" />
      <source>Colour label {name}</source>
      <translation>Farbmarkierung {name}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/values.py" />
      <source>on some photos</source>
      <translation>bei einigen Fotos</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>1 star</source>
      <translation>1 Stern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>2 stars</source>
      <translation>2 Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>3 stars</source>
      <translation>3 Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>4 stars</source>
      <translation>4 Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>5 stars</source>
      <translation>5 Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/help.py" />
      <source>About Tagger</source>
      <translation>Über Tagger</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Accept above the line</source>
      <translation>Oberhalb der Linie annehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Accept above, reject all others</source>
      <translation>Oberhalb annehmen, alle anderen ablehnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Accept all of this photo</source>
      <translation>Alles auf diesem Foto annehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Activity and what was sent</source>
      <translation>Aktivität und Gesendetes</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Actual size</source>
      <translation>Originalgröße</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Add a folder…</source>
      <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Add a tag</source>
      <translation>Stichwort hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>As it suits</source>
      <translation>Passend</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/around.py" />
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Back from comparing</source>
      <translation>Zurück vom Vergleich</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Back from the duplicates</source>
      <translation>Von den Duplikaten zurück</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Back to the grid</source>
      <translation>Zurück zum Raster</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Back to undecided</source>
      <translation>Wieder offen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Back up the library…</source>
      <translation>Bibliothek sichern…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Backends and services…</source>
      <translation>Dienste…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Boxes</source>
      <translation>Rahmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Boxes of which backend…</source>
      <translation>Rahmen welches Dienstes…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Bring the deleted search back</source>
      <translation>Gelöschte Suche zurückholen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>By day</source>
      <translation>Nach Tag</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>By label</source>
      <translation>Nach Label</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>By month</source>
      <translation>Nach Monat</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>By year</source>
      <translation>Nach Jahr</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Change the label…</source>
      <translation>Label ändern…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Choose what counts in a folder…</source>
      <translation>Wählen, was in einem Ordner zählt…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Choose what recognises…</source>
      <translation>Wählen, was erkennt…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/clear_button.py" />
      <source>Clear the search</source>
      <translation>Suche leeren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>Colour label</source>
      <translation>Farbmarkierung</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/around.py" />
      <source>Command palette</source>
      <translation>Befehlspalette</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Compare the group</source>
      <translation>Gruppe vergleichen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Compare two photos</source>
      <translation>Zwei Fotos vergleichen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Compare with the next</source>
      <translation>Mit dem nächsten vergleichen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Compare with the previous</source>
      <translation>Mit dem vorigen vergleichen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Conflicts with other programs</source>
      <translation>Konflikte mit anderen Programmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Copy paths</source>
      <translation>Pfade kopieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Copy photos</source>
      <translation>Fotos kopieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Copy tags</source>
      <translation>Stichwörter kopieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/around.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Date added</source>
      <translation>Hinzugefügt am</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Date taken</source>
      <translation>Aufgenommen am</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Defer</source>
      <translation>Zurückstellen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Delete the search</source>
      <translation>Suche löschen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tags.py" />
      <source>Delete the tag from all photos…</source>
      <translation>Stichwort von allen Fotos löschen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Draw boxes</source>
      <translation>Rahmen zeichnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Draw the line after this one</source>
      <translation>Linie hinter diesen ziehen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Duplicate</source>
      <translation>Duplizieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Duplicates</source>
      <translation>Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/around.py" />
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>Edit the caption</source>
      <translation>Bildunterschrift bearbeiten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tags.py" />
      <source>Export as a keyword list…</source>
      <translation>Als Stichwortliste exportieren…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Export the plan…</source>
      <translation>Plan exportieren…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Files held by cleanups</source>
      <translation>Beim Aufräumen aufbewahrte Dateien</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Filmstrip</source>
      <translation>Filmstreifen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Find duplicates</source>
      <translation>Duplikate suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Frequent label</source>
      <translation>Häufiges Label</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Frequent label 1</source>
      <translation>Häufiges Label 1</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Frequent label 2</source>
      <translation>Häufiges Label 2</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Frequent label 3</source>
      <translation>Häufiges Label 3</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Frequent label 4</source>
      <translation>Häufiges Label 4</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Frequent label 5</source>
      <translation>Häufiges Label 5</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Frequent label 6</source>
      <translation>Häufiges Label 6</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Frequent label 7</source>
      <translation>Häufiges Label 7</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Frequent label 8</source>
      <translation>Häufiges Label 8</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Frequent label 9</source>
      <translation>Häufiges Label 9</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Full screen</source>
      <translation>Vollbild</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/identity.py" />
      <source>Go to its next file or copy</source>
      <translation>Zu seiner nächsten Datei oder Kopie</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Headings</source>
      <translation>Überschriften</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/help.py" />
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Hide all panels</source>
      <translation>Alle Bereiche ausblenden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Higher</source>
      <translation>Höher</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tags.py" />
      <source>Import a keyword list…</source>
      <translation>Stichwortliste importieren…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Inspector</source>
      <translation>Inspektor</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Keep this photo</source>
      <translation>Dieses Foto behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/around.py" />
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/help.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Larger crops</source>
      <translation>Größere Ausschnitte</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Least certain first</source>
      <translation>Unsicherste zuerst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Leave the review by label</source>
      <translation>Prüfen nach Label verlassen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Less high</source>
      <translation>Niedriger</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Let all others go, or stay</source>
      <translation>Alle anderen weg, oder behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Let them be duplicates again</source>
      <translation>Wieder Duplikate sein lassen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Let this photo go, or stay</source>
      <translation>Dieses Foto weg, oder behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Library</source>
      <translation>Bibliothek</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/around.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/identity.py" />
      <source>Locate its folder…</source>
      <translation>Seinen Ordner suchen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/identity.py" />
      <source>Locate the file…</source>
      <translation>Die Datei suchen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Look for changed photos</source>
      <translation>Nach geänderten Fotos suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Lower the line</source>
      <translation>Linie senken</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Lower the line by ten</source>
      <translation>Linie um zehn senken</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tags.py" />
      <source>Merge the tag into…</source>
      <translation>Stichwort zusammenführen mit…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Move</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Move on after a decision</source>
      <translation>Nach einer Entscheidung weitergehen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Move the search down</source>
      <translation>Suche nach unten schieben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Move the search up</source>
      <translation>Suche nach oben schieben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tags.py" />
      <source>Move the tag to…</source>
      <translation>Stichwort verschieben nach…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Narrower</source>
      <translation>Schmaler</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Near-duplicates</source>
      <translation>Beinahe-Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Never send the selected photos</source>
      <translation>Ausgewählte Fotos nie senden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Never send this folder or tag</source>
      <translation>Diesen Ordner oder dieses Stichwort nie senden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>New box in the middle</source>
      <translation>Neuer Rahmen in der Mitte</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>New library…</source>
      <translation>Neue Bibliothek…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tags.py" />
      <source>New tag…</source>
      <translation>Neues Stichwort…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Next box</source>
      <translation>Nächster Rahmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Next group</source>
      <translation>Nächste Gruppe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Next heading</source>
      <translation>Nächste Überschrift</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Next label</source>
      <translation>Nächstes Label</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Next photo</source>
      <translation>Nächstes Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Next photo of the group</source>
      <translation>Nächstes Foto der Gruppe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Next surround brightness</source>
      <translation>Nächste Helligkeit der Umgebung</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Next undecided</source>
      <translation>Nächster offener</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>No colour label</source>
      <translation>Keine Farbmarkierung</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>No stars</source>
      <translation>Keine Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Not duplicates</source>
      <translation>Keine Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Only the photos shown</source>
      <translation>Nur die gezeigten Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Open a library…</source>
      <translation>Bibliothek öffnen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Open in the external editor</source>
      <translation>Im externen Editor öffnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Open recent</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Paste tags</source>
      <translation>Stichwörter einfügen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/identity.py" />
      <source>Photo</source>
      <translation>Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Photos that may have moved…</source>
      <translation>Vielleicht verschobene Fotos…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pin or unpin the tag</source>
      <translation>Stichwort anheften oder lösen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tags.py" />
      <source>Pin the tag, or let it go</source>
      <translation>Stichwort anheften oder lösen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pinned tag 1</source>
      <translation>Angeheftetes Stichwort 1</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pinned tag 2</source>
      <translation>Angeheftetes Stichwort 2</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pinned tag 3</source>
      <translation>Angeheftetes Stichwort 3</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pinned tag 4</source>
      <translation>Angeheftetes Stichwort 4</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pinned tag 5</source>
      <translation>Angeheftetes Stichwort 5</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pinned tag 6</source>
      <translation>Angeheftetes Stichwort 6</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pinned tag 7</source>
      <translation>Angeheftetes Stichwort 7</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pinned tag 8</source>
      <translation>Angeheftetes Stichwort 8</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pinned tag 9</source>
      <translation>Angeheftetes Stichwort 9</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tagging.py" />
      <source>Pinned tags</source>
      <translation>Angeheftete Stichwörter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Plan the cleanup</source>
      <translation>Aufräumen planen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Previous group</source>
      <translation>Vorige Gruppe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Previous heading</source>
      <translation>Vorige Überschrift</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Previous label</source>
      <translation>Voriges Label</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Previous photo</source>
      <translation>Voriges Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Previous photo of the group</source>
      <translation>Voriges Foto der Gruppe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Previous undecided</source>
      <translation>Voriger offener</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>Purple</source>
      <translation>Violett</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Raise the line</source>
      <translation>Linie anheben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Raise the line by ten</source>
      <translation>Linie um zehn anheben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Recognise</source>
      <translation>Erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Recognise all new photos</source>
      <translation>Alle neuen Fotos erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Recognise all photos shown</source>
      <translation>Alle gezeigten Fotos erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Recognise selected photos</source>
      <translation>Ausgewählte Fotos erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Recognise selected photos again</source>
      <translation>Ausgewählte Fotos nochmals erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>Red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/edit.py" />
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Reject</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Reject all of this photo</source>
      <translation>Alles auf diesem Foto ablehnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Remove a folder from the library…</source>
      <translation>Ordner aus der Bibliothek entfernen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Rename the search</source>
      <translation>Suche umbenennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tags.py" />
      <source>Rename the tag</source>
      <translation>Stichwort umbenennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/help.py" />
      <source>Report a problem</source>
      <translation>Problem melden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Review</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Review by label</source>
      <translation>Nach Label prüfen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Rules for what to keep</source>
      <translation>Regeln, was bleibt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Save this search</source>
      <translation>Diese Suche speichern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Searches</source>
      <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/edit.py" />
      <source>Select all photos</source>
      <translation>Alle Fotos auswählen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Select the photos of this heading</source>
      <translation>Fotos dieser Überschrift auswählen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/around.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Show boxes</source>
      <translation>Rahmen zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/identity.py" />
      <source>Show each file of the shot</source>
      <translation>Jede Datei der Aufnahme zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Show headings</source>
      <translation>Überschriften zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Show in the file manager</source>
      <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Show noisy labels too</source>
      <translation>Auch belanglose Labels zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Show the library file</source>
      <translation>Bibliotheksdatei zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/help.py" />
      <source>Show the log</source>
      <translation>Protokoll zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Show the photo</source>
      <translation>Foto zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Show the photo of the crop</source>
      <translation>Foto zum Ausschnitt zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Show what is sharp</source>
      <translation>Zeigen, was scharf ist</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Show what is to review</source>
      <translation>Zeigen, was zu prüfen ist</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Show what would be written</source>
      <translation>Zeigen, was geschrieben würde</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>Show where it differs</source>
      <translation>Zeigen, wo es sich unterscheidet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Similar photos</source>
      <translation>Ähnliche Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Smaller crops</source>
      <translation>Kleinere Ausschnitte</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Sort by</source>
      <translation>Sortieren nach</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Sources</source>
      <translation>Quellen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Stars</source>
      <translation>Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Surest suggestion</source>
      <translation>Sicherster Vorschlag</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>Swap sides</source>
      <translation>Seiten tauschen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tags.py" />
      <source>Synonyms of the tag…</source>
      <translation>Synonyme des Stichworts…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/tags.py" />
      <source>Tags</source>
      <translation>Stichwörter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/identity.py" />
      <source>Take its stack apart</source>
      <translation>Seinen Stapel auflösen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/by_label.py" />
      <source>Take out, or put back</source>
      <translation>Herausnehmen oder zurücklegen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Teach a service this name…</source>
      <translation>Diesen Namen einem Dienst beibringen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>The next one in the same place</source>
      <translation>Das nächste an derselben Stelle</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/outside.py" />
      <source>The other in the same place</source>
      <translation>Das andere an derselben Stelle</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>The other way round</source>
      <translation>Andersherum</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>The selected photos may be sent again</source>
      <translation>Ausgewählte Fotos dürfen wieder gesendet werden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/around.py" />
      <source>Theme</source>
      <translation>Farbschema</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>This folder or tag may be sent again</source>
      <translation>Dieser Ordner oder dieses Stichwort darf wieder gesendet werden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>This photo is no duplicate</source>
      <translation>Dieses Foto ist kein Duplikat</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/find.py" />
      <source>Timeline</source>
      <translation>Zeitleiste</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>To the left</source>
      <translation>Nach links</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>To the right</source>
      <translation>Nach rechts</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Try failed photos again</source>
      <translation>Gescheiterte Fotos nochmals versuchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/edit.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/around.py" />
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/duplicates.py" />
      <source>What is remembered as no duplicates</source>
      <translation>Was als keine Duplikate gemerkt ist</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Wider</source>
      <translation>Breiter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Write into the photos themselves…</source>
      <translation>In die Fotos selbst schreiben…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Write sidecars</source>
      <translation>Sidecars schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/photo.py" />
      <source>Yellow</source>
      <translation>Gelb</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Zoom in</source>
      <translation>Vergrößern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Zoom out</source>
      <translation>Verkleinern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/boxes.py" />
      <source>Zoom to the next box</source>
      <translation>Auf den nächsten Rahmen zoomen</translation>
    </message>
  </context>
  <context>
    <name>ComparePage</name>
    <message>
      <location filename="../../tagger/gui/compare/page.py" />
      <source>Alike but for the place</source>
      <translation>Bis auf den Ort gleich</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/page.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/page.py" />
      <source>Both move together; hold Shift to move one alone</source>
      <translation>Beide bewegen sich zusammen; mit Umschalt nur eines</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/page.py" />
      <source>Choose a second photo with the arrow keys.</source>
      <translation>Ein zweites Foto mit den Pfeiltasten wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/page.py" />
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/page.py" />
      <source>Left photo</source>
      <translation>Linkes Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/page.py" />
      <source>Nothing that is known of these photos differs.</source>
      <translation>Was von diesen Fotos bekannt ist, ist gleich.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/page.py" />
      <source>One over the other</source>
      <translation>Übereinander</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/page.py" />
      <source>Right photo</source>
      <translation>Rechtes Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/page.py" />
      <source>Swap</source>
      <translation>Tauschen</translation>
    </message>
  </context>
  <context>
    <name>ComparePane</name>
    <message>
      <location filename="../../tagger/gui/duplicates/compare_pane.py" />
      <source>Back to the groups</source>
      <translation>Zurück zu den Gruppen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/compare_pane.py" />
      <source>Compare the photos of a group</source>
      <translation>Die Fotos einer Gruppe vergleichen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/compare_pane.py" />
      <source>Differences</source>
      <translation>Unterschiede</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/compare_pane.py" />
      <source>In one place</source>
      <translation>Übereinander</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/compare_pane.py" />
      <source>Keep this one</source>
      <translation>Dieses behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/compare_pane.py" />
      <source>Not duplicates</source>
      <translation>Keine Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/compare_pane.py" />
      <source>Photo {n}</source>
      <translation>Foto {n}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/compare_pane.py" />
      <source>Sharpness</source>
      <translation>Schärfe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/compare_pane.py" />
      <source>To go, or stays</source>
      <translation>Weg oder bleibt</translation>
    </message>
  </context>
  <context>
    <name>Comparison</name>
    <message>
      <location filename="../../tagger/gui/duplicates/comparing.py" />
      <source>Group {n} of {all}</source>
      <translation>Gruppe {n} von {all}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/comparing.py" />
      <source>Turned as it matches</source>
      <translation>Passend gedreht</translation>
    </message>
  </context>
  <context>
    <name>Completion</name>
    <message>
      <location filename="../../tagger/gui/tagging/popup.py" />
      <source>New tag {path}</source>
      <translation>Neues Stichwort {path}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/popup.py" />
      <source>also “{synonym}”</source>
      <translation>auch „{synonym}“</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/popup.py" />
      <source>new · Shift+Enter</source>
      <translation>neu · Umschalt+Eingabe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/popup.py" />
      <source>{path}, also {synonym}</source>
      <translation>{path}, auch {synonym}</translation>
    </message>
  </context>
  <context>
    <name>CompletionPopup</name>
    <message>
      <location filename="../../tagger/gui/tagging/popup.py" />
      <source>Known tags</source>
      <translation>Bekannte Stichwörter</translation>
    </message>
  </context>
  <context>
    <name>Configuring</name>
    <message>
      <location filename="../../tagger/gui/backends/configuring.py" />
      <source>Backends</source>
      <translation>Dienste</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/configuring.py" />
      <source>It costs {money}.</source>
      <translation>Es kostet {money}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/configuring.py" />
      <source>Stopped. If the photo had left already, it is in the log of what was sent.</source>
      <translation>Angehalten. War das Foto schon unterwegs, steht es im Protokoll des Gesendeten.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/configuring.py" />
      <source>There is no keyring: the secrets of {name} are kept until Tagger ends, and then forgotten.</source>
      <translation>Es gibt keinen Schlüsselbund: Die Geheimnisse von {name} werden aufbewahrt, bis Tagger endet, und dann vergessen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/configuring.py" />
      <source>There is no photo to try it with; add a folder first.</source>
      <translation>Es gibt kein Foto zum Ausprobieren; erst einen Ordner hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/configuring.py" />
      <source>{photo} is given to {where} on this machine; nothing is kept.</source>
      <translation>{photo} geht an {where} auf diesem Rechner; nichts wird aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/configuring.py" />
      <source>{photo} is marked never to be sent. Choose another photo.</source>
      <translation>{photo} ist gekennzeichnet, nie gesendet zu werden. Ein anderes Foto wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/configuring.py" />
      <source>{photo} is recognised on this machine; nothing is kept.</source>
      <translation>{photo} wird auf diesem Rechner erkannt; nichts wird behalten.</translation>
    </message>
  </context>
  <context>
    <name>ConflictList</name>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_list.py" />
      <source>All mine (Shift+M)</source>
      <translation>Alle meine (Umschalt+M)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_list.py" />
      <source>All theirs (Shift+T)</source>
      <translation>Alle deren (Umschalt+T)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_list.py" />
      <source>Conflicts</source>
      <translation>Konflikte</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_list.py" />
      <source>For all conflicts of this kind</source>
      <translation>Für alle Konflikte dieser Art</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_list.py" />
      <source>Mine (M)</source>
      <translation>Meines (M)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_list.py" />
      <source>Nothing is in conflict with other programs.</source>
      <translation>Nichts steht im Konflikt mit anderen Programmen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_list.py" />
      <source>Theirs (T)</source>
      <translation>Deren (T)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_list.py" />
      <source>These were changed here and by another program, each to something else. Mine is written with the next sidecars; theirs is taken into the library, and undo takes that back.</source>
      <translation>Diese wurden hier und von einem anderen Programm geändert, jeweils verschieden. Meines wird mit den nächsten Sidecars geschrieben; deren kommt in die Bibliothek, und Rückgängig nimmt das zurück.</translation>
    </message>
  </context>
  <context>
    <name>ConflictModel</name>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_model.py" />
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_model.py" />
      <source>Mine</source>
      <translation>Meines</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_model.py" />
      <source>Photo</source>
      <translation>Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_model.py" />
      <source>Theirs</source>
      <translation>Deren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/conflict_model.py" />
      <source>What</source>
      <translation>Was</translation>
    </message>
  </context>
  <context>
    <name>Core</name>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>/folder=https://host/place: photos in that folder are not sent; the service is told their address, with the names of file and folders, and fetches the file with all that is in it.</source>
      <translation>/ordner=https://rechner/ort: Fotos in diesem Ordner werden nicht gesendet; der Dienst erfährt ihre Adresse mit den Namen von Datei und Ordnern und holt die Datei mit allem, was darin ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>0.7; 0.6 for a project of old with recognition on.</source>
      <translation>0.7; 0.6 für ein altes Projekt mit eingeschalteter Erkennung.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>1 to 100.</source>
      <translation>1 bis 100.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>1 to 16.</source>
      <translation>1 bis 16.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>1 to 64.</source>
      <translation>1 bis 64.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>1 to 95; of the picture that is sent.</source>
      <translation>1 bis 95; des Bildes, das gesendet wird.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A ( is never closed.</source>
      <translation>Eine ( wird nie geschlossen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A ) has no ( before it.</source>
      <translation>Vor einer ) steht keine (.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>A backend cannot be named {1}.</source>
      <translation>Ein Dienst kann nicht {1} heißen.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/workers.py" />
      <source>A fault in this program kept it from being read ({1}); please report it.</source>
      <translation>Ein Fehler in diesem Programm verhinderte das Lesen ({1}); bitte melden.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>A person whose face the file names</source>
      <translation>Jemand, dessen Gesicht in der Datei benannt ist</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>A photo has 0 to {1} stars, or -1 if it is rejected.</source>
      <translation>Ein Foto hat 0 bis {1} Sterne, oder -1, wenn es abgelehnt ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>A public address that the service tells of each job; rarely needed.</source>
      <translation>Eine öffentliche Adresse, der der Dienst jeden Auftrag meldet; selten nötig.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A quotation mark is never closed.</source>
      <translation>Ein Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>A tag needs at least one letter or digit.</source>
      <translation>Ein Stichwort braucht mindestens einen Buchstaben oder eine Ziffer.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A word is missing at the end of the search.</source>
      <translation>Am Ende der Suche fehlt ein Wort.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A word is missing before “{1}”.</source>
      <translation>Vor „{1}“ fehlt ein Wort.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A word is too long.</source>
      <translation>Ein Wort ist zu lang.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>API key</source>
      <translation>API-Schlüssel</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/signing.py" />
      <source>AWS's own programs have no keys on this machine.</source>
      <translation>Die Programme von AWS haben auf diesem Rechner keine Schlüssel.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/signing.py" />
      <source>AWS's own settings cannot be used ({1}).</source>
      <translation>Die Einstellungen von AWS können nicht verwendet werden ({1}).</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/export.py" />
      <source>Accepted boxes for training: a folder with one file for each photo.</source>
      <translation>Angenommene Rahmen zum Trainieren: ein Ordner mit einer Datei je Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/export.py" />
      <source>Accepted boxes for training: one file for all photos.</source>
      <translation>Angenommene Rahmen zum Trainieren: eine Datei für alle Fotos.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Access key ID</source>
      <translation>ID des Zugriffsschlüssels</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Access token</source>
      <translation>Zugangstoken</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>Add its folder again, then draw the box.</source>
      <translation>Seinen Ordner wieder hinzufügen, dann den Rahmen zeichnen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>Add the missing ), or put it in quotation marks.</source>
      <translation>Die fehlende ) ergänzen, oder in Anführungszeichen setzen.</translation>
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>All photos</source>
      <translation>Alle Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/export.py" />
      <source>All that is known of each photo, with every suggestion, for programs.</source>
      <translation>Alles, was von jedem Foto bekannt ist, mit jedem Vorschlag, für Programme.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>Allow it, or move it.</source>
      <translation>Erlauben oder verschieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/faults.py" />
      <source>Allow the user these calls in IAM.</source>
      <translation>Dem Benutzer diese Aufrufe in IAM erlauben.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>Allowed are {1}.</source>
      <translation>Erlaubt sind {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Another plug-in has the name {1} already.</source>
      <translation>Eine andere Erweiterung heißt schon {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>Another program holds the library; close it or wait a moment.</source>
      <translation>Ein anderes Programm hält die Bibliothek; es schließen oder einen Augenblick warten.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/sidecars.py" />
      <source>Another program keeps changing the sidecar of {1}. Export again later.</source>
      <translation>Ein anderes Programm ändert das Sidecar von {1} immer wieder. Später nochmals exportieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/embed.py" />
      <source>Another program wrote the photo meanwhile.</source>
      <translation>Ein anderes Programm schrieb inzwischen das Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>As the server calls it; it must be one that takes pictures.</source>
      <translation>Wie der Server es nennt; es muss eines sein, das Bilder annimmt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/results.py" />
      <source>Ask again with --retry.</source>
      <translation>Mit --retry nochmals fragen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>Ask for the result again with --retry.</source>
      <translation>Mit --retry nochmals nach dem Ergebnis fragen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Ask for the words of your tags, names of people among them: here (of a server on this machine only), always, never. Tags marked never to be uploaded stay out.</source>
      <translation>Nach den Wörtern der eigenen Stichwörter fragen, Namen von Leuten darunter: here (nur einen Server auf diesem Rechner), always (immer), never (nie). Stichwörter, die nie hochgeladen werden sollen, bleiben draußen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Ask for unsafe content, too; costs by itself.</source>
      <translation>Auch nach anstößigen Inhalten fragen; kostet extra.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Ask what stands in front, too; costs by itself.</source>
      <translation>Auch fragen, was im Vordergrund steht; kostet extra.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Ask where in the photo the item is.</source>
      <translation>Fragen, wo auf dem Foto der Gegenstand ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>At most so many; 0 for as many as it takes.</source>
      <translation>Höchstens so viele; 0 für so viele, wie er annimmt.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>At most {1} terms, and parentheses within {2} others, are allowed.</source>
      <translation>Höchstens {1} Begriffe, und Klammern in {2} anderen, sind erlaubt.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>At most {n1} are allowed.</source>
      <translation>Höchstens {n1} sind erlaubt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Authentication</source>
      <translation>Anmeldung</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Boxes</source>
      <translation>Rahmen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Boxes that you draw have this name; use another one.</source>
      <translation>Selbst gezeichnete Rahmen heißen so; einen anderen Namen verwenden.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Budget in all</source>
      <translation>Budget insgesamt</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Budget of a day</source>
      <translation>Budget pro Tag</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Buy more, or wait until it is renewed.</source>
      <translation>Mehr kaufen, oder auf die Erneuerung warten.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Buy more, then go on.</source>
      <translation>Mehr kaufen, dann fortsetzen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>CDN URL</source>
      <translation>CDN-URL</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Calls a minute</source>
      <translation>Aufrufe pro Minute</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Calls at once</source>
      <translation>Aufrufe zugleich</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>Change it there with a text editor; it was left as it is.</source>
      <translation>Dort mit einem Texteditor ändern; es blieb, wie es war.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>Change its permissions, then look through the folder again.</source>
      <translation>Die Rechte ändern, dann den Ordner nochmals durchsehen.</translation>
    </message>
    <message>
      <location filename="../../tagger/app.py" />
      <source>Change sidecars.write to write them.</source>
      <translation>sidecars.write ändern, um sie zu schreiben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>Check HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE and SSL_CERT_DIR.</source>
      <translation>HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE und SSL_CERT_DIR prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>Check PUBLIC_KEY and SECRET_KEY.</source>
      <translation>PUBLIC_KEY und SECRET_KEY prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>Check its URL and the names of the models there.</source>
      <translation>Die URL und die Namen der Modelle dort prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>Check its URL, and the certificates of this machine.</source>
      <translation>Seine URL und die Zertifikate dieses Rechners prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>Check its keys and its URL.</source>
      <translation>Seine Schlüssel und seine URL prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Check its secrets and its URL.</source>
      <translation>Seine Geheimnisse und seine URL prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/programs.py" />
      <source>Check that a program for this kind of file is installed.</source>
      <translation>Prüfen, ob ein Programm für solche Dateien installiert ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>Check that the folder exists and that you may write there.</source>
      <translation>Prüfen, ob es den Ordner gibt und dort geschrieben werden darf.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/faults.py" />
      <source>Check the URL and the region of the backend.</source>
      <translation>Die URL und die Region des Dienstes prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Check the URL of the backend.</source>
      <translation>Die URL des Dienstes prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>Check the URL of the backend; it ends with a slash.</source>
      <translation>Die URL des Dienstes prüfen; sie endet mit einem Schrägstrich.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>Check the URL, the namespace and path_style.</source>
      <translation>URL, Namensraum und path_style prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/automatic.py" />
      <source>Check the disk, and the library with: tagger check.</source>
      <translation>Den Datenträger prüfen, und die Bibliothek mit: tagger check.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>Check the drive and its cable.</source>
      <translation>Das Laufwerk und sein Kabel prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Check the key and what it is allowed.</source>
      <translation>Den Schlüssel und seine Rechte prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Check the key, that it may use the Cloud Vision API, and that billing is on.</source>
      <translation>Den Schlüssel prüfen, ob er die Cloud Vision API verwenden darf und die Abrechnung eingeschaltet ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>Check the network and its URL.</source>
      <translation>Das Netzwerk und die URL prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Check the option 'model', and the URL, which mostly ends with /v1.</source>
      <translation>Die Option 'model' prüfen und die URL, die meist auf /v1 endet.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>Check the plan of your account.</source>
      <translation>Den Tarif des Kontos prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/signing.py" />
      <source>Check them, and the option profile.</source>
      <translation>Diese und die Option profile prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/scheme.py" />
      <source>Choose a file that was exported from here.</source>
      <translation>Eine Datei wählen, die von hier exportiert wurde.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/keyword_list.py" />
      <source>Choose a keyword list, as Lightroom exports it.</source>
      <translation>Eine Stichwortliste wählen, wie Lightroom sie exportiert.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/keyword_list.py" />
      <source>Choose a keyword list.</source>
      <translation>Eine Stichwortliste wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>Choose a tag that is not below it.</source>
      <translation>Ein Stichwort wählen, das nicht darunter liegt.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/placing.py" />
      <source>Choose an empty folder, or one of an earlier export.</source>
      <translation>Einen leeren Ordner wählen, oder den eines früheren Exports.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>Choose another backend.</source>
      <translation>Einen anderen Dienst wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>Choose another file with --library.</source>
      <translation>Mit --library eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/keyword_list.py" />
      <source>Choose another file.</source>
      <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/backup.py" />
      <source>Choose another folder, or free some space there.</source>
      <translation>Einen anderen Ordner wählen, oder dort Platz schaffen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/scheme.py" />
      <source>Choose another folder.</source>
      <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/backup.py" />
      <source>Choose another name or folder for the backup.</source>
      <translation>Einen anderen Namen oder Ordner für die Sicherung wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/export.py" />
      <source>Choose another name.</source>
      <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/placing.py" />
      <source>Choose another name; photos are never written.</source>
      <translation>Einen anderen Namen wählen; Fotos werden nie überschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/store.py" />
      <source>Choose another place with --library.</source>
      <translation>Mit --library einen anderen Ort wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/placing.py" />
      <source>Choose another place.</source>
      <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/targets.py" />
      <source>Choose one outside, or the photos would come again.</source>
      <translation>Einen außerhalb wählen, sonst kämen die Fotos wieder herein.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/trying.py" />
      <source>Choose one that can.</source>
      <translation>Einen wählen, der es kann.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/locating.py" />
      <source>Choose the file of the photo, or its folder.</source>
      <translation>Die Datei des Fotos oder seinen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Client ID</source>
      <translation>Client-ID</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Client secret</source>
      <translation>Client-Geheimnis</translation>
    </message>
    <message>
      <location filename="../../tagger/store/repair.py" />
      <source>Close Tagger everywhere, then try again.</source>
      <translation>Tagger überall schließen, dann nochmals versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>Close other programs and look through the folder again, or save a smaller copy to tag it.</source>
      <translation>Andere Programme schließen und den Ordner nochmals durchsehen, oder eine kleinere Kopie speichern, um sie zu verschlagworten.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>Colour label</source>
      <translation>Farbmarkierung</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>Combine words with AND, OR, NOT and ( ), and put quotation marks around a text to be taken as it stands.</source>
      <translation>Wörter mit AND, OR, NOT und ( ) verbinden, und Text, der so dastehen soll, in Anführungszeichen setzen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Confidence from</source>
      <translation>Sicherheit ab</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>Connect the drive it is on, or choose another library.</source>
      <translation>Das Laufwerk anschließen, auf dem sie liegt, oder eine andere Bibliothek wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/programs.py" />
      <source>Connect the drive it is on, or look for changed photos.</source>
      <translation>Das Laufwerk anschließen, auf dem es liegt, oder nach geänderten Fotos suchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>Copy it again from the card or from a backup.</source>
      <translation>Nochmals von der Karte oder aus einer Sicherung kopieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>Copy it again from the service's page.</source>
      <translation>Nochmals von der Seite des Dienstes kopieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Copy the TOKEN again.</source>
      <translation>Das TOKEN nochmals kopieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Copy the TOKEN of the collection from its page.</source>
      <translation>Den TOKEN der Sammlung von ihrer Seite kopieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>Copy them again.</source>
      <translation>Nochmals kopieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>Correct it or move it away; it was left as it is.</source>
      <translation>Berichtigen oder wegschieben; es blieb, wie es war.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>Correct it there; it was left as it is.</source>
      <translation>Dort berichtigen; es blieb, wie es war.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/programs.py" />
      <source>Correct the external editor in the settings.</source>
      <translation>Den externen Editor in den Einstellungen berichtigen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>CraftAR (Catchoom)</source>
      <translation>CraftAR (Catchoom)</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>Dask is not installed.</source>
      <translation>Dask ist nicht installiert.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>Degrees go from {1} to {2}.</source>
      <translation>Grade gehen von {1} bis {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Disable it instead.</source>
      <translation>Ihn stattdessen ausschalten.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>Draw it on the photo.</source>
      <translation>Ihn auf dem Foto zeichnen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>Draw the box larger.</source>
      <translation>Den Rahmen größer zeichnen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Embed custom data</source>
      <translation>Eigene Daten einbetten</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Enable it: tagger backends enable {1}</source>
      <translation>Einschalten: tagger backends enable {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Exact kinds: suggest from</source>
      <translation>Genaue Arten: vorschlagen ab</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>Export it with 8 or 16 bits a channel to tag it.</source>
      <translation>Mit 8 oder 16 Bit je Kanal exportieren, um es zu verschlagworten.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Faces: suggest from</source>
      <translation>Gesichter: vorschlagen ab</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Feed</source>
      <translation>Feed</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>Fields are {1}. To search for the text itself, put it in quotation marks.</source>
      <translation>Felder sind {1}. Um nach dem Text selbst zu suchen, ihn in Anführungszeichen setzen.</translation>
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Folders</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>For instance folder:Holiday.</source>
      <translation>Zum Beispiel folder:Urlaub.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>For instance tag:dog or tag:Animal|Dog.</source>
      <translation>Zum Beispiel tag:Hund oder tag:Tier|Hund.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>For instance {1}.</source>
      <translation>Zum Beispiel {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Foreground</source>
      <translation>Vordergrund</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Form of addresses</source>
      <translation>Form der Adressen</translation>
    </message>
    <message>
      <location filename="../../tagger/library/workers.py" />
      <source>Free some memory, restart the program, and report it if this goes on.</source>
      <translation>Speicher frei machen, das Programm neu starten, und es melden, wenn es so weitergeht.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/repair.py" />
      <source>Free some space and make its folder writable; the backup is {1}.</source>
      <translation>Platz schaffen und ihren Ordner beschreibbar machen; die Sicherung ist {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>Free some space on the disk, then try again.</source>
      <translation>Auf dem Datenträger Platz schaffen, dann nochmals versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>From your account at imagerecognize.com.</source>
      <translation>Aus dem Konto bei imagerecognize.com.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Further hosts that custom data and thumbnails are fetched from, parted by commas; never with the token.</source>
      <translation>Weitere Rechner, von denen eigene Daten und Miniaturen geholt werden, durch Kommas getrennt; nie mit dem Token.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Give 0 for none, or a number above it.</source>
      <translation>0 für keines angeben, oder eine Zahl darüber.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/tables.py" />
      <source>Give a list of texts; an empty one for none.</source>
      <translation>Eine Liste von Texten angeben; eine leere für keine.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Give a number above 0 and up to 1.</source>
      <translation>Eine Zahl über 0 und bis 1 angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Give a whole number from 0 to {1}.</source>
      <translation>Eine ganze Zahl von 0 bis {1} angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>Give a whole number from {1} to {2}.</source>
      <translation>Eine ganze Zahl von {1} bis {2} angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Give a word.</source>
      <translation>Ein Wort angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/tables.py" />
      <source>Give at most {1} texts of 1 to {2} characters.</source>
      <translation>Höchstens {1} Texte von 1 bis {2} Zeichen angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>Give it without name, password, ? and #.</source>
      <translation>Ohne Name, Passwort, ? und # angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>Give one of {1}.</source>
      <translation>Eines von {1} angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Give one such as eu-central-1.</source>
      <translation>Eine wie eu-central-1 angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Give one such as https://host.example/told, or none.</source>
      <translation>Eine wie https://host.example/told angeben, oder keine.</translation>
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>Give one such as https://service.example/api/</source>
      <translation>Eine wie https://service.example/api/ angeben</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>Give one to {1} characters.</source>
      <translation>Ein bis {1} Zeichen angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Give some of {1}, parted by commas.</source>
      <translation>Einige von {1} angeben, durch Kommas getrennt.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/placing.py" />
      <source>Give the name of a file.</source>
      <translation>Den Namen einer Datei angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Give true or false.</source>
      <translation>true oder false angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>Give x, y, width and height as parts of the photo.</source>
      <translation>x, y, Breite und Höhe als Teile des Fotos angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/options.py" />
      <source>Give {1}.</source>
      <translation>{1} angeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/results.py" />
      <source>Have it switched on by the service, or set api_version to 0.7.</source>
      <translation>Beim Dienst einschalten lassen, oder api_version auf 0.7 setzen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Have the data in the answer, which takes longer.</source>
      <translation>Die Daten mit der Antwort holen, was länger dauert.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/earlier.py" />
      <source>Have the photos recognised.</source>
      <translation>Die Fotos erkennen lassen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Have the upload scanned, too; costs by itself.</source>
      <translation>Das Hochgeladene auch durchsuchen lassen; kostet extra.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Hosts of custom data</source>
      <translation>Rechner der eigenen Daten</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>How long the photo was exposed, in seconds, such as 1/250</source>
      <translation>Wie lange das Foto belichtet wurde, in Sekunden, etwa 1/250</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>How sensitive the sensor was, such as 800</source>
      <translation>Wie empfindlich der Sensor war, etwa 800</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>How sure a backend is, from 0 to 1</source>
      <translation>Wie sicher ein Dienst ist, von 0 bis 1</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>How wide the lens was open, such as 2.8</source>
      <translation>Wie weit das Objektiv offen war, etwa 2.8</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Image Intelligence (imageintelligence.com)</source>
      <translation>Image Intelligence (imageintelligence.com)</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>Imagerecognize (imagerecognize.com)</source>
      <translation>Imagerecognize (imagerecognize.com)</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>In a preferred folder</source>
      <translation>In einem bevorzugten Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>In a reference folder</source>
      <translation>In einem Referenzordner</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>In tokens; an answer that is longer is cut off.</source>
      <translation>In Token; eine längere Antwort wird abgeschnitten.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>Index again; what was read until now is kept.</source>
      <translation>Nochmals einlesen; was bisher gelesen wurde, bleibt.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/repair.py" />
      <source>Index the folders anew with another library: tags come back from sidecars.</source>
      <translation>Die Ordner mit einer anderen Bibliothek neu einlesen: Stichwörter kommen aus Sidecars zurück.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>Inference server (Triton, KServe, MLServer, OpenVINO)</source>
      <translation>Inferenzserver (Triton, KServe, MLServer, OpenVINO)</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/sessions.py" />
      <source>Install Tagger again; its files are not as they were shipped.</source>
      <translation>Tagger neu installieren; seine Dateien sind nicht, wie sie geliefert wurden.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>Install Tagger with the extra “cluster”: pip install tagger[cluster]</source>
      <translation>Tagger mit dem Zusatz „cluster“ installieren: pip install tagger[cluster]</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Install it again, or disable it.</source>
      <translation>Neu installieren oder ausschalten.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Install it again.</source>
      <translation>Neu installieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/programs.py" />
      <source>Install it, or name another editor in the settings.</source>
      <translation>Installieren, oder in den Einstellungen einen anderen Editor nennen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Install it: pip install 'tagger[{1}]'</source>
      <translation>Installieren: pip install 'tagger[{1}]'</translation>
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>Install that version, or choose another library with --library.</source>
      <translation>Jene Version installieren, oder mit --library eine andere Bibliothek wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>Install the Python package {1} if there is one for this computer, or export the photo as JPEG.</source>
      <translation>Das Python-Paket {1} installieren, falls es eines für diesen Rechner gibt, oder das Foto als JPEG exportieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>Install the same Tagger on all of them.</source>
      <translation>Auf allen denselben Tagger installieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Instead of both; it ends after a day.</source>
      <translation>Anstelle beider; es endet nach einem Tag.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>It can {1}.</source>
      <translation>Er kann {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>It failed ({1}).</source>
      <translation>Es ist gescheitert ({1}).</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>It has {1}.</source>
      <translation>Er hat {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>It is a number from {1} to {2}.</source>
      <translation>Es ist eine Zahl von {1} bis {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>It is no settings file of this program; move it away.</source>
      <translation>Es ist keine Einstellungsdatei dieses Programms; sie wegschieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/similar.py" />
      <source>It is not known yet what this photo looks like.</source>
      <translation>Wie dieses Foto aussieht, ist noch nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>It may be damaged or another kind of file; try a backup.</source>
      <translation>Sie ist vielleicht beschädigt oder von anderer Art; eine Sicherung versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/answers.py" />
      <source>It may have been charged.</source>
      <translation>Vielleicht wurde es berechnet.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>It was left alone; open it with the program that wrote it, or move it away, and export again.</source>
      <translation>Es blieb unberührt; mit dem Programm öffnen, das es schrieb, oder wegschieben und nochmals exportieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>It was moved or deleted, or its drive is unplugged.</source>
      <translation>Sie wurde verschoben oder gelöscht, oder ihr Laufwerk ist nicht angeschlossen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>It was stopped while this photo was being sent.</source>
      <translation>Es wurde angehalten, während dieses Foto gesendet wurde.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/options.py" />
      <source>Its options are: {1}.</source>
      <translation>Seine Optionen sind: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Its settings are: {1}.</source>
      <translation>Seine Einstellungen sind: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/splices.py" />
      <source>Its tags can be written into a sidecar instead.</source>
      <translation>Seine Stichwörter können stattdessen in ein Sidecar geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>JPEG quality</source>
      <translation>JPEG-Qualität</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Keep uploads</source>
      <translation>Hochgeladenes behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>Key</source>
      <translation>Schlüssel</translation>
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Labels at most</source>
      <translation>Höchstens so viele Labels</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Language model with eyes (Ollama, vLLM, LM Studio, llama.cpp)</source>
      <translation>Sprachmodell mit Augen (Ollama, vLLM, LM Studio, llama.cpp)</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>Larger file</source>
      <translation>Größere Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Leave out common objects</source>
      <translation>Alltägliche Gegenstände weglassen</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Leave photos in the project; else each is deleted afterwards.</source>
      <translation>Fotos im Projekt lassen; sonst wird jedes danach gelöscht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Length of the answer</source>
      <translation>Länge der Antwort</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/keyword_list.py" />
      <source>Line {1} was left out: {2}.</source>
      <translation>Zeile {1} wurde ausgelassen: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>Longest side</source>
      <translation>Längste Seite</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>Longest wait</source>
      <translation>Längste Wartezeit</translation>
    </message>
    <message>
      <location filename="../../tagger/store/relinked.py" />
      <source>Look through their folders again.</source>
      <translation>Ihre Ordner nochmals durchsehen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Lower longest_side_px or batch_size.</source>
      <translation>longest_side_px oder batch_size verringern.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>Lower longest_side_px.</source>
      <translation>longest_side_px verringern.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Lower the option longest_side_px.</source>
      <translation>Die Option longest_side_px verringern.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>Lowest confidence of an object, 0 to 100.</source>
      <translation>Geringste Sicherheit eines Gegenstands, 0 bis 100.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>Lowest confidence of it, 0 to 100.</source>
      <translation>Geringste Sicherheit dafür, 0 bis 100.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Lowest confidence that is suggested, 0 to 100.</source>
      <translation>Geringste Sicherheit, die vorgeschlagen wird, 0 bis 100.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Lowest confidence, 0 to 1, of a breed or the like.</source>
      <translation>Geringste Sicherheit, 0 bis 1, einer Rasse oder dergleichen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Lowest confidence, 0 to 1, of a face.</source>
      <translation>Geringste Sicherheit, 0 bis 1, eines Gesichts.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Lowest confidence, 0 to 1, of a word for the whole photo.</source>
      <translation>Geringste Sicherheit, 0 bis 1, eines Worts für das ganze Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Lowest confidence, 0 to 1, of an object with a box.</source>
      <translation>Geringste Sicherheit, 0 bis 1, eines Gegenstands mit Rahmen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Lowest of a label or of unsafe content, 0 to 100.</source>
      <translation>Geringste eines Labels oder anstößigen Inhalts, 0 bis 100.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Lowest score of an item that is suggested, 0 to 100.</source>
      <translation>Geringste Punktzahl eines Gegenstands, der vorgeschlagen wird, 0 bis 100.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>Make its folder writable and free some space, then try again.</source>
      <translation>Den Ordner beschreibbar machen und Platz schaffen, dann nochmals versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Make room, or allow this user to write there; nothing was changed.</source>
      <translation>Platz schaffen, oder dem Benutzer das Schreiben erlauben; nichts wurde geändert.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>Make the file and its folder writable once, so that it can be brought up to date.</source>
      <translation>Die Datei und ihren Ordner einmal beschreibbar machen, damit sie auf den neuesten Stand kommt.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>Make the file and its folder writable, then open it again.</source>
      <translation>Die Datei und ihren Ordner beschreibbar machen, dann nochmals öffnen.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/locking.py" />
      <source>Make the folder of the library writable and free some space.</source>
      <translation>Den Ordner der Bibliothek beschreibbar machen und Platz schaffen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>Make the library's folder writable, or choose another library with --library.</source>
      <translation>Den Ordner der Bibliothek beschreibbar machen, oder mit --library eine andere wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/automatic.py" />
      <source>Make the library's folder writable, or switch automatic backups off.</source>
      <translation>Den Ordner der Bibliothek beschreibbar machen, oder selbsttätige Sicherungen ausschalten.</translation>
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Missing</source>
      <translation>Fehlend</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Moderation</source>
      <translation>Jugendschutz</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>More pixels</source>
      <translation>Mehr Pixel</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Most labels in an answer; 1 to 1000.</source>
      <translation>So viele Labels hat eine Antwort höchstens; 1 bis 1000.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>Most objects in an answer; above 0.</source>
      <translation>Höchstzahl der Gegenstände in einer Antwort; über 0.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/files.py" />
      <source>Move it away and export again.</source>
      <translation>Wegschieben und nochmals exportieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/programs.py" />
      <source>Name another editor in the settings.</source>
      <translation>In den Einstellungen einen anderen Editor nennen.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/plan_file.py" />
      <source>Name another file.</source>
      <translation>Eine andere Datei nennen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>Name of the {1}</source>
      <translation>Name von {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/library/choosing.py" />
      <source>Name the folder that it belongs to.</source>
      <translation>Den Ordner nennen, zu dem er gehört.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Names such as person, car to look for, parted by commas; costs by itself.</source>
      <translation>Zu suchende Namen wie person, car, durch Kommas getrennt; kostet extra.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Namespace</source>
      <translation>Namensraum</translation>
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Near-duplicates</source>
      <translation>Beinahe-Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Never suggest what is hidden at first, such as a chair.</source>
      <translation>Nie vorschlagen, was anfangs verborgen ist, etwa einen Stuhl.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>No Dask scheduler answers at {1}.</source>
      <translation>Unter {1} antwortet kein Dask-Scheduler.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/sidecars.py" />
      <source>No permission to write in {1}. Change the permissions of folder and sidecar, and export again.</source>
      <translation>In {1} darf nicht geschrieben werden. Die Rechte von Ordner und Sidecar ändern und nochmals exportieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>No rule says what to keep.</source>
      <translation>Keine Regel sagt, was bleibt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>None of these photos may leave.</source>
      <translation>Keines dieser Fotos darf verschickt werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Not connected</source>
      <translation>Nicht angeschlossen</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Nothing more is sent on a day that would cost more; 0: none.</source>
      <translation>An einem Tag, der mehr kosten würde, wird nichts mehr gesendet; 0: keines.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Nothing more is sent that would cost more in all; 0: none.</source>
      <translation>Was insgesamt mehr kosten würde, wird nicht mehr gesendet; 0: keines.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Nothing was changed.</source>
      <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/results.py" />
      <source>Object recognition is not switched on for this project of Uploadcare.</source>
      <translation>Die Erkennung von Gegenständen ist für dieses Projekt bei Uploadcare nicht eingeschaltet.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>Objects at most</source>
      <translation>Gegenstände höchstens</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>Objects: from</source>
      <translation>Gegenstände: ab</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Objects: suggest from</source>
      <translation>Gegenstände: vorschlagen ab</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Of AWS's own settings files; only with the chain.</source>
      <translation>Aus den Einstellungsdateien von AWS; nur mit chain.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Of a project that may use the Cloud Vision API.</source>
      <translation>Eines Projekts, das die Cloud Vision API verwenden darf.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Of a user that may call Rekognition and no more.</source>
      <translation>Eines Benutzers, der Rekognition aufrufen darf und sonst nichts.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Of each feature; above 0.</source>
      <translation>Je Merkmal; über 0.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Of the collection to search: 16 characters.</source>
      <translation>Der zu durchsuchenden Sammlung: 16 Zeichen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Of the same application.</source>
      <translation>Derselben Anwendung.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Of the same project; never uploaded.</source>
      <translation>Desselben Projekts; wird nie hochgeladen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Of the same user; never sent.</source>
      <translation>Desselben Benutzers; wird nie gesendet.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Of your project at uploadcare.com.</source>
      <translation>Des Projekts bei uploadcare.com.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>Older file</source>
      <translation>Ältere Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>On the server.</source>
      <translation>Auf dem Server.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/__init__.py" />
      <source>On this computer</source>
      <translation>Auf diesem Rechner</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>One backend says what another does not: any two, or the named one and another</source>
      <translation>Ein Dienst sagt, was ein anderer nicht sagt: irgendzwei, oder der genannte und ein anderer</translation>
    </message>
    <message>
      <location filename="../../tagger/store/relinked.py" />
      <source>One of these photos is not in the library.</source>
      <translation>Eines dieser Fotos ist nicht in der Bibliothek.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/export.py" />
      <source>One row for each photo with all that is known of it, for spreadsheets.</source>
      <translation>Eine Zeile je Foto mit allem, was von ihm bekannt ist, für Tabellenprogramme.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/embed.py" />
      <source>Only JPEG, PNG, TIFF and DNG are written into.</source>
      <translation>Nur in JPEG, PNG, TIFF und DNG wird geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/locating.py" />
      <source>Only a missing photo can be located.</source>
      <translation>Nur ein fehlendes Foto kann gesucht werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Only where the server asks for one.</source>
      <translation>Nur wo der Server einen verlangt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>Only where the server or what stands before it asks for one.</source>
      <translation>Nur wo der Server oder was davor steht einen verlangt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Only with keys that end by themselves.</source>
      <translation>Nur mit Schlüsseln, die von selbst ablaufen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>Open it, or choose another name for the new library.</source>
      <translation>Sie öffnen, oder für die neue Bibliothek einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>Opening it takes more memory than there is for one photo.</source>
      <translation>Es zu öffnen braucht mehr Speicher, als für ein Foto da ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>Original of a camera rather than an export</source>
      <translation>Original einer Kamera statt Export</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Paid one by one: {1}.</source>
      <translation>Einzeln bezahlt: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>Part of the picture is missing; copy it again or try a backup.</source>
      <translation>Ein Teil des Bildes fehlt; nochmals kopieren oder eine Sicherung versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>Parted by commas, each paid by itself: {1}.</source>
      <translation>Durch Kommas getrennt, jedes einzeln bezahlt: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Parted by commas; they are sent with each photo. Leave out what nobody shall read.</source>
      <translation>Durch Kommas getrennt; sie werden mit jedem Foto gesendet. Weglassen, was niemand lesen soll.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>Path like a pattern</source>
      <translation>Pfad nach einem Muster</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>Photos are scaled down to so many pixels before they are sent.</source>
      <translation>Fotos werden vor dem Senden auf so viele Pixel verkleinert.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Photos at once</source>
      <translation>Fotos zugleich</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>Photos in a folder and below it</source>
      <translation>Fotos in einem Ordner und darunter</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>Photos near a place: latitude, longitude, kilometres</source>
      <translation>Fotos bei einem Ort: Breite, Länge, Kilometer</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Photos of a call</source>
      <translation>Fotos eines Aufrufs</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Photos of a job</source>
      <translation>Fotos eines Auftrags</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>Photos of up to {1} megapixels are read; save a smaller copy to tag it.</source>
      <translation>Fotos bis {1} Megapixel werden gelesen; eine kleinere Kopie speichern, um es zu verschlagworten.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>Photos of which nobody knows whether a service answered: any, of a backend, or for a reason</source>
      <translation>Fotos, von denen niemand weiß, ob ein Dienst antwortete: irgendeiner, ein bestimmter, oder aus einem Grund</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Photos recognised side by side; 0 for one on each processor core.</source>
      <translation>Fotos, die nebeneinander erkannt werden; 0 für eines je Prozessorkern.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>Photos that recognition failed with: any, of a backend, or for a reason</source>
      <translation>Fotos, an denen die Erkennung scheiterte: überhaupt, bei einem Dienst, oder aus einem Grund</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>Photos with a tag, or with one below it</source>
      <translation>Fotos mit einem Stichwort, oder mit einem darunter</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>Pipes and devices are left alone.</source>
      <translation>Pipes und Geräte bleiben unberührt.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Price of a call</source>
      <translation>Preis eines Aufrufs</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Profile</source>
      <translation>Profil</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Public folder</source>
      <translation>Öffentlicher Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Public key</source>
      <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>Put the photos on storage that all of them mount under the same path as this one.</source>
      <translation>Die Fotos auf einen Speicher legen, den alle unter demselben Pfad wie dieser Rechner einbinden.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/plan.py" />
      <source>RAW and JPEG of one shot</source>
      <translation>RAW und JPEG einer Aufnahme</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>RAW rather than other formats</source>
      <translation>RAW statt anderer Formate</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>RAW, the other is {1}</source>
      <translation>RAW, das andere ist {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Raise it, or wait for a day.</source>
      <translation>Erhöhen oder einen Tag warten.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/sends.py" />
      <source>Raise it, or wait.</source>
      <translation>Erhöhen oder warten.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Raise the option max_tokens.</source>
      <translation>Die Option max_tokens erhöhen.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/workers.py" />
      <source>Reading it crashed the decoder. It is probably damaged; try a backup.</source>
      <translation>Beim Lesen stürzte der Decoder ab. Es ist wohl beschädigt; eine Sicherung versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>Reading it failed on a machine of the cluster ({1}).</source>
      <translation>Auf einem Rechner des Clusters konnte es nicht gelesen werden ({1}).</translation>
    </message>
    <message>
      <location filename="../../tagger/library/workers.py" />
      <source>Reading it took more than {1} GB of memory and was given up.</source>
      <translation>Das Lesen brauchte mehr als {1} GB Speicher und wurde aufgegeben.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/workers.py" />
      <source>Reading it took too long and was given up. Look whether another program can open it.</source>
      <translation>Das Lesen dauerte zu lange und wurde aufgegeben. Nachsehen, ob ein anderes Programm es öffnen kann.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Recognise</source>
      <translation>Erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/library/similar.py" />
      <source>Recognise it, then ask for similar photos again.</source>
      <translation>Es erkennen, dann nochmals nach ähnlichen Fotos fragen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Region</source>
      <translation>Region</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Remove it first, or choose another name.</source>
      <translation>Erst entfernen, oder einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>Remove it, or put it in quotation marks.</source>
      <translation>Entfernen oder in Anführungszeichen setzen.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/removing.py" />
      <source>Remove the folder that it belongs to.</source>
      <translation>Den Ordner entfernen, zu dem er gehört.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>Restore the last backup with: tagger check --repair. Your photos and sidecars are unharmed.</source>
      <translation>Die letzte Sicherung zurückholen mit: tagger check --repair. Fotos und Sidecars sind unversehrt.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/store.py" />
      <source>Restore the last one with: tagger check --repair. Your photos and sidecars are unharmed.</source>
      <translation>Die letzte zurückholen mit: tagger check --repair. Fotos und Sidecars sind unversehrt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>Results at most</source>
      <translation>Ergebnisse höchstens</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/psd.py" />
      <source>Save it in Photoshop with “Maximize Compatibility” switched on.</source>
      <translation>In Photoshop mit eingeschaltetem „Kompatibilität maximieren“ speichern.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Scenes: suggest from</source>
      <translation>Szenen: vorschlagen ab</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Score from</source>
      <translation>Punktzahl ab</translation>
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Searches</source>
      <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>Seconds until a call is given up, however it drips.</source>
      <translation>Sekunden, bis ein Aufruf aufgegeben wird, so sehr er auch tröpfelt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Secret access key</source>
      <translation>Geheimer Zugriffsschlüssel</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Secret key</source>
      <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>Send less at once (longest_side_px, batch_size), or raise timeout_s.</source>
      <translation>Weniger auf einmal senden (longest_side_px, batch_size) oder timeout_s erhöhen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Sent with each job as the source of its photos; empty sends none.</source>
      <translation>Mit jedem Auftrag als Quelle seiner Fotos gesendet; leer sendet keine.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Session token</source>
      <translation>Sitzungstoken</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/faults.py" />
      <source>Set ACCESS_KEY_ID and SECRET_ACCESS_KEY again; check the region.</source>
      <translation>ACCESS_KEY_ID und SECRET_ACCESS_KEY nochmals eintragen; die Region prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/signing.py" />
      <source>Set ACCESS_KEY_ID and SECRET_ACCESS_KEY, or the option credentials to chain.</source>
      <translation>ACCESS_KEY_ID und SECRET_ACCESS_KEY eintragen, oder die Option credentials auf chain setzen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>Set CLIENT_ID and CLIENT_SECRET, or ACCESS_TOKEN.</source>
      <translation>CLIENT_ID und CLIENT_SECRET setzen, oder ACCESS_TOKEN.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>Set another KEY.</source>
      <translation>Einen anderen KEY eintragen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>Set another api_version.</source>
      <translation>Eine andere api_version einstellen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/signing.py" />
      <source>Set credentials to keys.</source>
      <translation>credentials auf keys setzen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/options.py" />
      <source>Set in the environment: {1}</source>
      <translation>In der Umgebung setzen: {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Set it and try again.</source>
      <translation>Setzen und nochmals versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>Set namespace or classes.</source>
      <translation>namespace oder classes setzen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Set namespace, or classes, or both.</source>
      <translation>namespace oder classes setzen, oder beide.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>Set namespace.</source>
      <translation>namespace setzen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/faults.py" />
      <source>Set new ones; check the clock of this machine.</source>
      <translation>Neue eintragen; die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Set price to what one photo costs.</source>
      <translation>price auf das setzen, was ein Foto kostet.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>Set the APIKEY again.</source>
      <translation>Den APIKEY nochmals eintragen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Set the TOKEN of the collection again.</source>
      <translation>Den TOKEN der Sammlung nochmals eintragen.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>Sharper</source>
      <translation>Schärfer</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/signing.py" />
      <source>Sign in to AWS again.</source>
      <translation>Nochmals bei AWS anmelden.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>Stars, from 0 to 5; -1 is rejected</source>
      <translation>Sterne, von 0 bis 5; -1 ist abgelehnt</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>Start one with “dask scheduler” and check the address.</source>
      <translation>Einen mit „dask scheduler“ starten und die Adresse prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>Start some with “dask worker {1}”.</source>
      <translation>Einige mit „dask worker {1}“ starten.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>State of the photo, such as untagged</source>
      <translation>Zustand des Fotos, etwa untagged</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>Suggestions of one backend</source>
      <translation>Vorschläge eines Dienstes</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>Suggestions waiting, accepted, rejected or deferred</source>
      <translation>Offene, angenommene, abgelehnte oder zurückgestellte Vorschläge</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>Tagged or rated</source>
      <translation>Verschlagwortet oder bewertet</translation>
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Tags</source>
      <translation>Stichwörter</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Take keys from</source>
      <translation>Schlüssel nehmen von</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/ledger.py" />
      <source>Take the mark away first.</source>
      <translation>Erst das Kennzeichen entfernen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>Tell its author.</source>
      <translation>Sagen Sie es ihrem Autor.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/embed.py" />
      <source>The EXIF data would not be the same.</source>
      <translation>Die EXIF-Daten wären nicht dieselben.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/iim.py" />
      <source>The IPTC block of the photo is damaged, or very large.</source>
      <translation>Der IPTC-Block des Fotos ist beschädigt oder sehr groß.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/iim.py" />
      <source>The IPTC block of the photo is damaged.</source>
      <translation>Der IPTC-Block des Fotos ist beschädigt.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/embed.py" />
      <source>The IPTC data would not be the same.</source>
      <translation>Die IPTC-Daten wären nicht dieselben.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/iim.py" />
      <source>The Photoshop block of the photo is damaged.</source>
      <translation>Der Photoshop-Block des Fotos ist beschädigt.</translation>
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>The URL of the backend holds more than a place.</source>
      <translation>Die URL des Dienstes enthält mehr als einen Ort.</translation>
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>The URL of the backend is not one.</source>
      <translation>Die URL des Dienstes ist keine.</translation>
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>The URL of the backend is not safe.</source>
      <translation>Die URL des Dienstes ist nicht sicher.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>The answer of the model was cut off.</source>
      <translation>Die Antwort des Modells wurde abgeschnitten.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>The answer of {1} cannot be read: it does not say how far the job is.</source>
      <translation>Die Antwort von {1} ist nicht lesbar: Sie sagt nicht, wie weit der Auftrag ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/answers.py" />
      <source>The answer of {1} cannot be read: {2}.</source>
      <translation>Die Antwort von {1} kann nicht gelesen werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>The answer of {1} was lost ({2}).</source>
      <translation>Die Antwort von {1} ging verloren ({2}).</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>The answer of {1} was lost, and it knows no such job.</source>
      <translation>Die Antwort von {1} ging verloren, und es kennt keinen solchen Auftrag.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/outcomes.py" />
      <source>The backend gave no answer for this photo.</source>
      <translation>Der Dienst gab für dieses Foto keine Antwort.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/trying.py" />
      <source>The backend {1} cannot learn names.</source>
      <translation>Der Dienst {1} kann keine Namen lernen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>The backend {1} cannot recognise anything.</source>
      <translation>Der Dienst {1} kann nichts erkennen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backend {1} does not start ({2}).</source>
      <translation>Der Dienst {1} startet nicht ({2}).</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backend {1} does not start: {2}</source>
      <translation>Der Dienst {1} startet nicht: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The backend {1} has no type.</source>
      <translation>Der Dienst {1} hat keinen Typ.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The backend {1} has no {2}; it may have {3}.</source>
      <translation>Der Dienst {1} hat kein {2}; er kann {3} haben.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The backend {1} is built in and cannot be removed.</source>
      <translation>Der Dienst {1} ist eingebaut und kann nicht entfernt werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backend {1} is disabled.</source>
      <translation>Der Dienst {1} ist ausgeschaltet.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/earlier.py" />
      <source>The backend {1} keeps no earlier results.</source>
      <translation>Der Dienst {1} bewahrt keine früheren Ergebnisse auf.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backend {1} lacks a secret.</source>
      <translation>Dem Dienst {1} fehlt ein Geheimnis.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backend {1} needs a value for {2}.</source>
      <translation>Der Dienst {1} braucht einen Wert für {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>The backend {1} no longer knows what was submitted to it.</source>
      <translation>Der Dienst {1} weiß nicht mehr, was ihm übergeben wurde.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backends are: {1}.</source>
      <translation>Die Dienste sind: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/backup.py" />
      <source>The backup cannot be written to {1}: {2}.</source>
      <translation>Die Sicherung kann nicht nach {1} geschrieben werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/automatic.py" />
      <source>The backup of the library is damaged: {1}.</source>
      <translation>Die Sicherung der Bibliothek ist beschädigt: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>The box lies beside the photo.</source>
      <translation>Der Rahmen liegt neben dem Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>The camera, or a part of its name</source>
      <translation>Die Kamera, oder ein Teil ihres Namens</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/photo_values.py" />
      <source>The caption could not be written without changing other languages.</source>
      <translation>Die Bildunterschrift konnte nicht geschrieben werden, ohne andere Sprachen zu ändern.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>The caption is too long.</source>
      <translation>Die Bildunterschrift ist zu lang.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>The cluster at {1} has no workers.</source>
      <translation>Der Cluster unter {1} hat keine Arbeiter.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>The connection to the cluster was lost.</source>
      <translation>Die Verbindung zum Cluster ging verloren.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>The connection to {1} broke while it was being asked ({2}).</source>
      <translation>Die Verbindung zu {1} brach beim Fragen ab ({2}).</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The content is not a picture.</source>
      <translation>Der Inhalt ist kein Bild.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>The disk could not be read: {1}.</source>
      <translation>Das Laufwerk konnte nicht gelesen werden: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/embed.py" />
      <source>The disk did not keep what was written; the photo is as it was.</source>
      <translation>Der Datenträger behielt nicht, was geschrieben wurde; das Foto ist, wie es war.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/sidecars.py" />
      <source>The disk of {1} is full. Free some space and export again.</source>
      <translation>Der Datenträger von {1} ist voll. Platz schaffen und nochmals exportieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>The disk reported an error; check it, then try again.</source>
      <translation>Der Datenträger meldete einen Fehler; ihn prüfen, dann nochmals versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/places.py" />
      <source>The drive of the folder {1} is at {2} now, where {3} is a folder of the library already. Remove one of the two.</source>
      <translation>Das Laufwerk des Ordners {1} ist jetzt unter {2}, wo {3} schon ein Ordner der Bibliothek ist. Einen der beiden entfernen.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/embed.py" />
      <source>The edit of the photo could not be taken back.</source>
      <translation>Die Änderung des Fotos konnte nicht zurückgenommen werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/backend.py" />
      <source>The embedded backend cannot {1}.</source>
      <translation>Der eingebaute Dienst kann {1} nicht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>The embedded backend has no setting {1}.</source>
      <translation>Der eingebaute Dienst hat keine Einstellung {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/backend.py" />
      <source>The embedded backend is closed.</source>
      <translation>Der eingebaute Dienst ist geschlossen.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/read.py" />
      <source>The file cannot be looked at: {1}.</source>
      <translation>Die Datei kann nicht angesehen werden: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/psd.py" />
      <source>The file holds layers only, no finished picture.</source>
      <translation>Die Datei enthält nur Ebenen, kein fertiges Bild.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>The file is cut short.</source>
      <translation>Die Datei ist abgeschnitten.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>The file is damaged; try a backup.</source>
      <translation>Die Datei ist beschädigt; eine Sicherung versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The file is empty.</source>
      <translation>Die Datei ist leer.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/keyword_list.py" />
      <source>The file is larger than {1} MB.</source>
      <translation>Die Datei ist größer als {1} MB.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>The file is no longer there.</source>
      <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/keyword_list.py" />
      <source>The file is no text.</source>
      <translation>Die Datei ist kein Text.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>The file name, or the beginning of a word in it</source>
      <translation>Der Dateiname, oder der Anfang eines Worts darin</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>The focal length in millimetres</source>
      <translation>Die Brennweite in Millimetern</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>The folder has no name.</source>
      <translation>Der Ordner hat keinen Namen.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/walk.py" />
      <source>The folder {1} could not be read: {2}.</source>
      <translation>Der Ordner {1} konnte nicht gelesen werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/automatic.py" />
      <source>The folder {1} for backups cannot be made: {2}.</source>
      <translation>Der Ordner {1} für Sicherungen kann nicht angelegt werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/store.py" />
      <source>The folder {1} for the library cannot be made: {2}.</source>
      <translation>Der Ordner {1} für die Bibliothek kann nicht angelegt werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/checking.py" />
      <source>The folder {1} is not connected; its photos were not looked for.</source>
      <translation>Der Ordner {1} ist nicht angeschlossen; seine Fotos wurden nicht gesucht.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/walk.py" />
      <source>The folder {1} is not there; is its drive plugged in?</source>
      <translation>Der Ordner {1} ist nicht da; ist sein Laufwerk angeschlossen?</translation>
    </message>
    <message>
      <location filename="../../tagger/library/walk.py" />
      <source>The folder {1} may not be opened; change its permissions to include its photos.</source>
      <translation>Der Ordner {1} darf nicht geöffnet werden; seine Rechte ändern, damit seine Fotos dazukommen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>The format of the file</source>
      <translation>Das Format der Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/scheme.py" />
      <source>The keys cannot be saved in {1}: {2}.</source>
      <translation>Die Tasten können nicht in {1} gespeichert werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/signing.py" />
      <source>The keys for {1} cannot be renewed ({2}).</source>
      <translation>Die Schlüssel für {1} können nicht erneuert werden ({2}).</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/faults.py" />
      <source>The keys for {1} have ended{2}</source>
      <translation>Die Schlüssel für {1} sind abgelaufen{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/merge.py" />
      <source>The keywords of the sidecar could not be extended safely.</source>
      <translation>Die Stichwörter des Sidecars konnten nicht sicher erweitert werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>The lens, or a part of its name</source>
      <translation>Das Objektiv, oder ein Teil seines Namens</translation>
    </message>
    <message>
      <location filename="../../tagger/store/backup.py" />
      <source>The library cannot be copied onto itself.</source>
      <translation>Die Bibliothek kann nicht auf sich selbst kopiert werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>The library cannot be copied to {1} before it is brought up to date: {2}.</source>
      <translation>Die Bibliothek kann vor ihrer Aktualisierung nicht nach {1} kopiert werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>The library is closed.</source>
      <translation>Die Bibliothek ist geschlossen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>The library may lie on a network drive, where locking fails; move it to a local disk.</source>
      <translation>Die Bibliothek liegt vielleicht auf einem Netzlaufwerk, wo Sperren versagen; sie auf einen Datenträger dieses Rechners verschieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>The library was written by an earlier version of Tagger, and is read-only.</source>
      <translation>Die Bibliothek wurde von einer früheren Version von Tagger geschrieben und ist schreibgeschützt.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/repair.py" />
      <source>The library {1} cannot be restored: {2}.</source>
      <translation>Die Bibliothek {1} kann nicht wiederhergestellt werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>The library {1} cannot be used: {2}.</source>
      <translation>Die Bibliothek {1} kann nicht verwendet werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/repair.py" />
      <source>The library {1} is damaged ({2}), and there is no automatic backup of it.</source>
      <translation>Die Bibliothek {1} ist beschädigt ({2}), und es gibt keine selbsttätige Sicherung von ihr.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>The library {1} is damaged: {2}.</source>
      <translation>Die Bibliothek {1} ist beschädigt: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/store.py" />
      <source>The library {1} is empty, and there are backups of it.</source>
      <translation>Die Bibliothek {1} ist leer, und es gibt Sicherungen von ihr.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/safety.py" />
      <source>The library {1} is on a network drive, where it can be damaged when the connection is lost or two computers write at once. Move it to a drive of this computer; the photos may stay where they are.</source>
      <translation>Die Bibliothek {1} liegt auf einem Netzlaufwerk, wo sie beschädigt werden kann, wenn die Verbindung abbricht oder zwei Rechner zugleich schreiben. Sie auf ein Laufwerk dieses Rechners verschieben; die Fotos können bleiben, wo sie sind.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/repair.py" />
      <source>The library {1} is open in another program.</source>
      <translation>Die Bibliothek {1} ist in einem anderen Programm offen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>The library {1} is read-only: photos can be looked at and searched, nothing can be changed.</source>
      <translation>Die Bibliothek {1} ist schreibgeschützt: Fotos können angesehen und gesucht, nichts kann geändert werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/safety.py" />
      <source>The library {1} is read-only: photos can be looked at and searched, nothing can be changed. Make the file and its folder writable, then open it again.</source>
      <translation>Die Bibliothek {1} ist schreibgeschützt: Fotos können angesehen und gesucht, nichts kann geändert werden. Die Datei und ihren Ordner beschreibbar machen, dann nochmals öffnen.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>The machines of the cluster cannot read photos: {1}.</source>
      <translation>Die Rechner des Clusters können keine Fotos lesen: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/executors.py" />
      <source>The machines of the cluster do not see {1}.</source>
      <translation>Die Rechner des Clusters sehen {1} nicht.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/jpeg_blocks.py" />
      <source>The metadata is larger than the 64 KB that a JPEG can hold in one block.</source>
      <translation>Die Metadaten sind größer als die 64 KB, die ein JPEG in einem Block aufnimmt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>The model did not answer with labels.</source>
      <translation>Das Modell hat nicht mit Labels geantwortet.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/sessions.py" />
      <source>The model file {1} cannot be read: {2}</source>
      <translation>Die Modelldatei {1} kann nicht gelesen werden: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/sessions.py" />
      <source>The model file {1} is damaged.</source>
      <translation>Die Modelldatei {1} ist beschädigt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>The model refuses the photo: {1}</source>
      <translation>Das Modell lehnt das Foto ab: {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>The namespace is none.</source>
      <translation>Der Namensraum ist keiner.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/provenance.py" />
      <source>The origin of the tags could not be written into the sidecar safely.</source>
      <translation>Die Herkunft der Stichwörter konnte nicht sicher ins Sidecar geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/splices.py" />
      <source>The photo is not what it was when its metadata was read.</source>
      <translation>Das Foto ist nicht mehr, was es war, als seine Metadaten gelesen wurden.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>The photo's public address is longer than {1} characters.</source>
      <translation>Die öffentliche Adresse des Fotos ist länger als {1} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/export.py" />
      <source>The photos with titles, captions, stars and tags, to print or send.</source>
      <translation>Die Fotos mit Titeln, Bildunterschriften, Sternen und Stichwörtern, zum Drucken oder Verschicken.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>The picture claims {1} pixels, more than can be opened safely.</source>
      <translation>Das Bild behauptet {1} Pixel, mehr als sicher geöffnet werden kann.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>The picture data is damaged.</source>
      <translation>Die Bilddaten sind beschädigt.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>The picture has no size.</source>
      <translation>Das Bild hat keine Größe.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>The picture is damaged, or of a rare kind that cannot be read, such as one with 32 bits a channel.</source>
      <translation>Das Bild ist beschädigt oder von einer seltenen Art, die nicht gelesen werden kann, etwa mit 32 Bit je Kanal.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>The picture is too large for {1}.</source>
      <translation>Das Bild ist für {1} zu groß.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/embed.py" />
      <source>The picture would not be the same.</source>
      <translation>Das Bild wäre nicht dasselbe.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/plan_file.py" />
      <source>The plan cannot be written to {1}: {2}.</source>
      <translation>Der Plan kann nicht nach {1} geschrieben werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>The plug-in of {1} could not go on. {2}</source>
      <translation>Die Erweiterung von {1} konnte nicht fortfahren. {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>The plug-in of {1} gave no answer that can be used.</source>
      <translation>Die Erweiterung von {1} gab keine brauchbare Antwort.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/workers.py" />
      <source>The processes that read photos cannot be started.</source>
      <translation>Die Prozesse, die Fotos lesen, können nicht gestartet werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/programs.py" />
      <source>The program {1} cannot be started: {2}.</source>
      <translation>Das Programm {1} kann nicht gestartet werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/programs.py" />
      <source>The program {1} is not there.</source>
      <translation>Das Programm {1} ist nicht da.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>The proxy or the certificates of the environment cannot be used.</source>
      <translation>Der Proxy oder die Zertifikate der Umgebung können nicht verwendet werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>The public folder is not one.</source>
      <translation>Der öffentliche Ordner ist keiner.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/pace.py" />
      <source>The quota of {1} is spent.</source>
      <translation>Das Kontingent von {1} ist verbraucht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>The quota of {1} is spent: {2}</source>
      <translation>Das Kontingent von {1} ist aufgebraucht: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/region_merge.py" />
      <source>The regions could not be written into the sidecar safely.</source>
      <translation>Die Bereiche konnten nicht sicher ins Sidecar geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/region_merge.py" />
      <source>The regions could not be written without changing those of other programs.</source>
      <translation>Die Bereiche konnten nicht geschrieben werden, ohne die anderer Programme zu ändern.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/results.py" />
      <source>The result of Uploadcare is not what was expected.</source>
      <translation>Das Ergebnis von Uploadcare ist nicht, was erwartet wurde.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>The rules are: {1}.</source>
      <translation>Die Regeln sind: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>The search is too complex.</source>
      <translation>Die Suche ist zu verwickelt.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>The search text has {n1} characters.</source>
      <translation>Der Suchtext hat {n1} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>The server's filter stopped the answer about the photo.</source>
      <translation>Der Filter des Servers hat die Antwort zum Foto aufgehalten.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/trying.py" />
      <source>The service is still not done with the photo.</source>
      <translation>Der Dienst ist mit dem Foto noch nicht fertig.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>The service takes {1} at most.</source>
      <translation>Der Dienst nimmt höchstens {1} an.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The settings are: {1}.</source>
      <translation>Die Einstellungen sind: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The settings cannot be saved in {1}: {2}.</source>
      <translation>Die Einstellungen können nicht in {1} gespeichert werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The settings in {1} are being changed by another program.</source>
      <translation>Die Einstellungen in {1} werden gerade von einem anderen Programm geändert.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>The settings in {1} cannot be read: {2}.</source>
      <translation>Die Einstellungen in {1} können nicht gelesen werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>The settings in {1} cannot be understood: {2}.</source>
      <translation>Die Einstellungen in {1} sind nicht zu verstehen: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/app.py" />
      <source>The settings say that no sidecar is written.</source>
      <translation>Laut Einstellungen wird kein Sidecar geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/merge.py" />
      <source>The sidecar could not be extended without changing values of other programs.</source>
      <translation>Das Sidecar konnte nicht erweitert werden, ohne Werte anderer Programme zu ändern.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>The sidecar declares a document type or entities.</source>
      <translation>Das Sidecar erklärt einen Dokumenttyp oder Entitäten.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/xmp.py" />
      <source>The sidecar has no rdf:RDF element.</source>
      <translation>Das Sidecar hat kein Element rdf:RDF.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>The sidecar is empty.</source>
      <translation>Das Sidecar ist leer.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>The sidecar is in the encoding {1}, which XMP does not allow.</source>
      <translation>Das Sidecar ist in der Kodierung {1}, die XMP nicht erlaubt.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>The sidecar is in the unknown encoding {1}.</source>
      <translation>Das Sidecar ist in der unbekannten Kodierung {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>The sidecar is larger than {1} MB.</source>
      <translation>Das Sidecar ist größer als {1} MB.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>The sidecar is not valid {1}.</source>
      <translation>Das Sidecar ist kein gültiges {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>The sidecar is not well-formed XML: {1}.</source>
      <translation>Das Sidecar ist kein wohlgeformtes XML: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/photo_values.py" />
      <source>The sidecar keeps the caption in an unusual form.</source>
      <translation>Das Sidecar hält die Bildunterschrift in ungewöhnlicher Form.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/merge.py" />
      <source>The sidecar keeps {1} in an unusual form.</source>
      <translation>Das Sidecar hält {1} in ungewöhnlicher Form.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/sidecars.py" />
      <source>The sidecar of {1} could not be written: {2}. Check the disk and export again.</source>
      <translation>Das Sidecar von {1} konnte nicht geschrieben werden: {2}. Den Datenträger prüfen und nochmals exportieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/tidying.py" />
      <source>The sidecar of {1} is not written: {2}</source>
      <translation>Das Sidecar von {1} wird nicht geschrieben: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/library/checking.py" />
      <source>The sidecar of {1} was changed since it was read.</source>
      <translation>Das Sidecar von {1} wurde geändert, seit es gelesen wurde.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>The tag has no name.</source>
      <translation>Das Stichwort hat keinen Namen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/options.py" />
      <source>The type {1} has no option {2}.</source>
      <translation>Der Typ {1} hat keine Option {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The type {1} is broken: {2}</source>
      <translation>Der Typ {1} ist defekt: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The types are: {1}.</source>
      <translation>Die Typen sind: {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/given.py" />
      <source>The value of “{1}” is too long.</source>
      <translation>Der Wert von „{1}“ ist zu lang.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/sends.py" />
      <source>The whole budget of {1} is used up: {2}.</source>
      <translation>Das ganze Budget von {1} ist aufgebraucht: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/photo_values.py" />
      <source>The {1} could not be written into the sidecar safely.</source>
      <translation>{1} konnte nicht sicher ins Sidecar geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>The {1} is missing or holds characters that no key has.</source>
      <translation>{1} fehlt oder enthält Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>There is a backend named {1} already.</source>
      <translation>Ein Dienst namens {1} ist schon da.</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>There is a tag “{1}” already.</source>
      <translation>Das Stichwort „{1}“ gibt es schon.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>There is no backend {1}.</source>
      <translation>Es gibt keinen Dienst {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>There is no field “{1}”.</source>
      <translation>Es gibt kein Feld „{1}“.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/scheme.py" />
      <source>There is no file {1}.</source>
      <translation>Es gibt keine Datei {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>There is no rule {1} for what to keep.</source>
      <translation>Es gibt keine Regel {1} dafür, was bleibt.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>There is no setting {1}.</source>
      <translation>Es gibt keine Einstellung {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>There is no type {1} of backend.</source>
      <translation>Es gibt keinen Typ {1} von Diensten.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>There is no {1}:{2}.</source>
      <translation>Es gibt kein {1}:{2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>There is nothing between the quotation marks.</source>
      <translation>Zwischen den Anführungszeichen steht nichts.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>There is nothing in this box.</source>
      <translation>In diesem Rahmen ist nichts.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/jpeg_blocks.py" />
      <source>This JPEG has nothing but its picture.</source>
      <translation>Dieses JPEG hat nichts als sein Bild.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/jpeg_blocks.py" />
      <source>This JPEG is damaged.</source>
      <translation>Dieses JPEG ist beschädigt.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/png_blocks.py" />
      <source>This PNG is damaged.</source>
      <translation>Dieses PNG ist beschädigt.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/tiff_blocks.py" />
      <source>This TIFF has a tag twice.</source>
      <translation>Dieses TIFF hat ein Tag doppelt.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/tiff_blocks.py" />
      <source>This TIFF is damaged.</source>
      <translation>Dieses TIFF ist beschädigt.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/tiff_blocks.py" />
      <source>This TIFF would be larger than its form allows.</source>
      <translation>Dieses TIFF würde größer, als seine Form erlaubt.</translation>
    </message>
    <message>
      <location filename="../../tagger/app.py" />
      <source>This backend can be opened; it has no test of its own.</source>
      <translation>Dieser Dienst kann geöffnet werden; er hat keine eigene Probe.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>This file is the database of another program, not a library of Tagger.</source>
      <translation>Diese Datei ist die Datenbank eines anderen Programms, keine Bibliothek von Tagger.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>This is no name that can be taught.</source>
      <translation>Dieser Name kann nicht beigebracht werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>This is not a Tagger library; choose another file with --library.</source>
      <translation>Das ist keine Bibliothek von Tagger; mit --library eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>This is not a file.</source>
      <translation>Das ist keine Datei.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/places.py" />
      <source>This is not a place.</source>
      <translation>Das ist kein Ort.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>This library was written by a later version of Tagger ({1}).</source>
      <translation>Diese Bibliothek wurde von einer neueren Version von Tagger geschrieben ({1}).</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/jpeg_blocks.py" />
      <source>This photo has several XMP blocks.</source>
      <translation>Dieses Foto hat mehrere XMP-Blöcke.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/jpeg_blocks.py" />
      <source>This photo holds further pictures, whose places in the file would move.</source>
      <translation>Dieses Foto enthält weitere Bilder, deren Plätze in der Datei sich verschieben würden.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/ledger.py" />
      <source>This photo is marked never to be uploaded.</source>
      <translation>Dieses Foto ist gekennzeichnet, nie hochgeladen zu werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>This photo is no longer in the library.</source>
      <translation>Dieses Foto ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/services.py" />
      <source>This photo is not in the library any more.</source>
      <translation>Dieses Foto ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/given.py" />
      <source>This range cannot be read.</source>
      <translation>Dieser Bereich ist nicht lesbar.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>This range ends before it begins.</source>
      <translation>Dieser Bereich endet, bevor er beginnt.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/watch.py" />
      <source>This system cannot watch as many folders as the library has, so they are looked through every few minutes instead. Raise its limit (fs.inotify.max_user_watches on Linux), then start again.</source>
      <translation>Dieses System kann nicht so viele Ordner beobachten, wie die Bibliothek hat; sie werden stattdessen alle paar Minuten durchgesehen. Die Grenze erhöhen (unter Linux fs.inotify.max_user_watches), dann neu starten.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/thumbnails.py" />
      <source>Thumbnails cannot be kept: {1}</source>
      <translation>Miniaturen können nicht aufbewahrt werden: {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>To review</source>
      <translation>Zu prüfen</translation>
    </message>
    <message>
      <location filename="../../tagger/store/sends.py" />
      <source>Today's budget of {1} is used up: {2}.</source>
      <translation>Das Budget von {1} für heute ist aufgebraucht: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>Token</source>
      <translation>Token</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Try again in a moment.</source>
      <translation>Gleich nochmals versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>Try again later.</source>
      <translation>Später nochmals versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Try another model.</source>
      <translation>Ein anderes Modell versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/trying.py" />
      <source>Try it again later.</source>
      <translation>Später nochmals versuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/pace.py" />
      <source>Try {1} with one photo, then go on.</source>
      <translation>{1} mit einem Foto versuchen, dann weitermachen.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>Two backends say the same: any two, or the named one and another</source>
      <translation>Zwei Dienste sagen dasselbe: irgendzwei, oder der genannte und ein anderer</translation>
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Unreadable</source>
      <translation>Unlesbar</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>Unsafe content: from</source>
      <translation>Anstößige Inhalte: ab</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Up to 64; 0 for what suits the service.</source>
      <translation>Bis zu 64; 0 für so viele, wie dem Dienst bekommen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Upload URL</source>
      <translation>URL zum Hochladen</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Uploadcare (uploadcare.com)</source>
      <translation>Uploadcare (uploadcare.com)</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/results.py" />
      <source>Uploadcare does not take it for a picture.</source>
      <translation>Uploadcare hält es nicht für ein Bild.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>Use a colon, for instance {1}.</source>
      <translation>Einen Doppelpunkt verwenden, zum Beispiel {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>Use https; http only for this machine (127.0.0.1).</source>
      <translation>https verwenden; http nur für diesen Rechner (127.0.0.1).</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Use lower-case letters, digits and -, at most 64, no - at first.</source>
      <translation>Kleinbuchstaben, Ziffern und - verwenden, höchstens 64, nicht mit - beginnen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/tables.py" />
      <source>Use lower-case letters, digits and _.</source>
      <translation>Kleinbuchstaben, Ziffern und _ verwenden.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Version of the API</source>
      <translation>Version der API</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Virus scan</source>
      <translation>Virensuche</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Webhook</source>
      <translation>Webhook</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>What a backend saw</source>
      <translation>Was ein Dienst gesehen hat</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/pace.py" />
      <source>What is left stays queued.</source>
      <translation>Was übrig ist, bleibt in der Warteschlange.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>What one photo costs in your currency, for each operation.</source>
      <translation>Was ein Foto in der eigenen Währung kostet, für jede Operation.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>What sort of thing a label names</source>
      <translation>Was für ein Ding ein Label bezeichnet</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/raw.py" />
      <source>What the camera's sensor saw is damaged, and there is no preview.</source>
      <translation>Was der Sensor der Kamera sah, ist beschädigt, und es gibt keine Vorschau.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>What the photo has, such as a box</source>
      <translation>Was das Foto hat, etwa box</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/embed.py" />
      <source>What was written could not be read back.</source>
      <translation>Das Geschriebene konnte nicht zurückgelesen werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/completion.py" />
      <source>When the photo was taken: a year, month, day or a range</source>
      <translation>Wann das Foto aufgenommen wurde: Jahr, Monat, Tag oder Bereich</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Where files are served, if not at the usual address.</source>
      <translation>Wo Dateien ausgeliefert werden, wenn nicht an der üblichen Adresse.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>Where photos are sent to, such as eu-central-1.</source>
      <translation>Wohin Fotos gesendet werden, etwa eu-central-1.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>Where uploads go, if not to the usual address.</source>
      <translation>Wohin hochgeladen wird, wenn nicht an die übliche Adresse.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Whose identities to recognise; 64 characters at most.</source>
      <translation>Wessen Identitäten zu erkennen sind; höchstens 64 Zeichen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>With the client secret: an access token is had for them.</source>
      <translation>Mit dem Client-Geheimnis: dafür gibt es ein Zugangstoken.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>Without a namespace there are no identities.</source>
      <translation>Ohne Namensraum gibt es keine Identitäten.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>Without a price, a budget is never used up.</source>
      <translation>Ohne Preis wird ein Budget nie aufgebraucht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Words to prefer</source>
      <translation>Bevorzugte Wörter</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>Write "…" around the phrase.</source>
      <translation>"…" um die Wendung schreiben.</translation>
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>Write /folder/on/this/machine=https://host/place</source>
      <translation>/ordner/auf/diesem/rechner=https://host/ort schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>Write 2024, 2024-05 or 2024-05-12, or a range such as 2024-05..2024-06, 2024.. or ..2024.</source>
      <translation>2024, 2024-05 oder 2024-05-12 schreiben, oder einen Bereich wie 2024-05..2024-06, 2024.. oder ..2024.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/exposure.py" />
      <source>Write a number such as 2.8.</source>
      <translation>Eine Zahl schreiben, etwa 2.8.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/exposure.py" />
      <source>Write a number such as 800.</source>
      <translation>Eine Zahl schreiben, etwa 800.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>Write it again.</source>
      <translation>Nochmals schreiben.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/patterns.py" />
      <source>Write it as in a .gitignore file, for instance *.tif or /Exports/.</source>
      <translation>Wie in einer .gitignore-Datei schreiben, zum Beispiel *.tif oder /Exporte/.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/places.py" />
      <source>Write latitude, longitude and kilometres, such as near:52.52,13.40,5; south and west are negative.</source>
      <translation>Breite, Länge und Kilometer schreiben, etwa near:52.52,13.40,5; Süden und Westen sind negativ.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/exposure.py" />
      <source>Write millimetres, such as 50.</source>
      <translation>Millimeter schreiben, etwa 50.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/exposure.py" />
      <source>Write seconds, such as 1/250, 0.5 or 30.</source>
      <translation>Sekunden schreiben, etwa 1/250, 0.5 oder 30.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>Write the earlier date first.</source>
      <translation>Das frühere Datum zuerst schreiben.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>You may not open this file.</source>
      <translation>Diese Datei zu öffnen ist nicht erlaubt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>Your own tags</source>
      <translation>Eigene Stichwörter</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/export.py" />
      <source>Your tags with their synonyms, for Lightroom and Capture One.</source>
      <translation>Die eigenen Stichwörter mit ihren Synonymen, für Lightroom und Capture One.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>accept {1}</source>
      <translation>{1} annehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>accept {n1} suggestions</source>
      <translation>{n1} Vorschläge annehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/by_label.py" />
      <source>accept {n1} × {2}</source>
      <translation>{n1} × {2} annehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/by_label.py" />
      <source>accept {n1}, reject {n2} × {3}</source>
      <translation>{n1} annehmen, {n2} ablehnen × {3}</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>add tag {1}</source>
      <translation>Stichwort {1} hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>add tag {1} on {n2} photos</source>
      <translation>Stichwort {1} bei {n2} Fotos hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>add {n1} tags</source>
      <translation>{n1} Stichwörter hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>add {n1} tags on {n2} photos</source>
      <translation>{n1} Stichwörter bei {n2} Fotos hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/plan.py" />
      <source>another file of its shot stays, and both belong together</source>
      <translation>eine andere Datei seiner Aufnahme bleibt, und beide gehören zusammen</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>change synonyms of {1}</source>
      <translation>Synonyme von {1} ändern</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>change the caption</source>
      <translation>Bildunterschrift ändern</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>change the caption on {n1} photos</source>
      <translation>Bildunterschrift bei {n1} Fotos ändern</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>change {n1} tags</source>
      <translation>{n1} Stichwörter ändern</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>change {n1} tags on {n2} photos</source>
      <translation>{n1} Stichwörter bei {n2} Fotos ändern</translation>
    </message>
    <message>
      <location filename="../../tagger/library/choosing.py" />
      <source>choose what counts in the folder {1}</source>
      <translation>wählen, was im Ordner {1} zählt</translation>
    </message>
    <message>
      <location filename="../../tagger/tidying.py" />
      <source>clean up 1 duplicate</source>
      <translation>1 Duplikat wegräumen</translation>
    </message>
    <message>
      <location filename="../../tagger/tidying.py" />
      <source>clean up {n1} duplicates</source>
      <translation>{n1} Duplikate wegräumen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>decide on {n1} suggestions</source>
      <translation>über {n1} Vorschläge entscheiden</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>defer {1}</source>
      <translation>{1} zurückstellen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>defer {n1} suggestions</source>
      <translation>{n1} Vorschläge zurückstellen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>defer {n1} × {2}</source>
      <translation>{n1} × {2} zurückstellen</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>delete tag {1}</source>
      <translation>Stichwort {1} löschen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>delete {1}</source>
      <translation>{1} löschen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>delete {n1} boxes</source>
      <translation>{n1} Rahmen löschen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>delete {n1} × {2}</source>
      <translation>{n1} × {2} löschen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>draw {1}</source>
      <translation>{1} zeichnen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>duplicate {1}</source>
      <translation>{1} duplizieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>duplicate {n1} boxes</source>
      <translation>{n1} Rahmen duplizieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>duplicate {n1} × {2}</source>
      <translation>{n1} × {2} duplizieren</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>features cannot be {1}.</source>
      <translation>features kann nicht {1} sein.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>hardly better, and the other comes first by: {1}</source>
      <translation>kaum besser, und das andere geht vor nach: {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/importing.py" />
      <source>import 1 tag</source>
      <translation>1 Stichwort importieren</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/importing.py" />
      <source>import synonyms</source>
      <translation>Synonyme importieren</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/importing.py" />
      <source>import {n1} tags</source>
      <translation>{n1} Stichwörter importieren</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>in a preferred folder: {1}</source>
      <translation>in einem bevorzugten Ordner: {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>in a reference folder</source>
      <translation>in einem Referenzordner</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/checking.py" />
      <source>it cannot be read: {1}</source>
      <translation>es kann nicht gelesen werden: {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>it does not answer for the photos that were sent</source>
      <translation>sie gilt nicht den gesendeten Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>it does not say what the file is called</source>
      <translation>sie sagt nicht, wie die Datei heißt</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>it does not say what the identity is called</source>
      <translation>sie sagt nicht, wie die Identität heißt</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>it does not say what the job is called</source>
      <translation>sie sagt nicht, wie der Auftrag heißt</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>it does not say what the request is called</source>
      <translation>sie sagt nicht, wie die Anfrage heißt</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/answers.py" />
      <source>it ends too soon</source>
      <translation>sie endet zu früh</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>it holds no choice</source>
      <translation>sie enthält keine Auswahl</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/checking.py" />
      <source>it is empty</source>
      <translation>es ist leer</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/answers.py" />
      <source>it is not the JSON that was expected</source>
      <translation>sie ist nicht das erwartete JSON</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>it is not the time that was asked for</source>
      <translation>sie ist nicht die verlangte Zeit</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/answers.py" />
      <source>it is packed in an unknown way</source>
      <translation>sie ist auf unbekannte Art gepackt</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>it lacks an output of the network, or its shape is another</source>
      <translation>ihr fehlt eine Ausgabe des Netzes, oder deren Form ist eine andere</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>it names no objects, not even none</source>
      <translation>sie nennt keine Gegenstände, nicht einmal null</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>it names no results, not even none</source>
      <translation>sie nennt keine Ergebnisse, nicht einmal null</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/answers.py" />
      <source>it unpacks to more than {n1} bytes</source>
      <translation>sie ist entpackt größer als {n1} Bytes</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/checking.py" />
      <source>it was changed since; look through its folder again</source>
      <translation>es wurde seither geändert; seinen Ordner nochmals durchsehen</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>its file is older</source>
      <translation>seine Datei ist älter</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/checking.py" />
      <source>its image data was never read; look through its folder again</source>
      <translation>seine Bilddaten wurden nie gelesen; seinen Ordner nochmals durchsehen</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/answers.py" />
      <source>its packing is damaged</source>
      <translation>ihre Verpackung ist beschädigt</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>its path is like {1}</source>
      <translation>sein Pfad ist wie {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>keys: those above; chain: wherever AWS's own programs find them on this machine.</source>
      <translation>keys: die obigen; chain: wo die Programme von AWS sie auf diesem Rechner finden.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label blue</source>
      <translation>blau markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label blue on {n1} photos</source>
      <translation>{n1} Fotos blau markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label green</source>
      <translation>grün markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label green on {n1} photos</source>
      <translation>{n1} Fotos grün markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label purple</source>
      <translation>violett markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label purple on {n1} photos</source>
      <translation>{n1} Fotos violett markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label red</source>
      <translation>rot markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label red on {n1} photos</source>
      <translation>{n1} Fotos rot markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label yellow</source>
      <translation>gelb markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label yellow on {n1} photos</source>
      <translation>{n1} Fotos gelb markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label {1}</source>
      <translation>mit {1} markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>label {1} on {n2} photos</source>
      <translation>{n2} Fotos mit {1} markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>larger file: {1} against {2}</source>
      <translation>größere Datei: {1} gegen {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>larger: {1} against {2}</source>
      <translation>größer: {1} gegen {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>let {n1} photos be duplicates again</source>
      <translation>{n1} Fotos wieder Duplikate sein lassen</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>let “{1}” go</source>
      <translation>„{1}“ weggeben</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>let “{1}” stay</source>
      <translation>„{1}“ behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/library/locating.py" />
      <source>locate {1}</source>
      <translation>{1} wiederfinden</translation>
    </message>
    <message>
      <location filename="../../tagger/library/locating.py" />
      <source>locate {n1} photos</source>
      <translation>{n1} Fotos wiederfinden</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>make tag {1}</source>
      <translation>Stichwort {1} anlegen</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>mark 1 duplicate</source>
      <translation>1 Duplikat markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>mark {n1} duplicates</source>
      <translation>{n1} Duplikate markieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/marks.py" />
      <source>marked to stay</source>
      <translation>soll bleiben</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/plan.py" />
      <source>meant to be alike</source>
      <translation>mit Absicht ähnlich</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>merge tag {1} into {2}</source>
      <translation>Stichwort {1} mit {2} zusammenführen</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>more is known of it: {1} tags and values against {2}</source>
      <translation>mehr ist von ihm bekannt: {1} gegen {2} Stichwörter und Werte</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>move tag {1} to the top</source>
      <translation>Stichwort {1} ganz nach oben verschieben</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>move tag {1} to {2}</source>
      <translation>Stichwort {1} nach {2} verschieben</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>move {1}</source>
      <translation>{1} verschieben</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>no answer in time</source>
      <translation>keine Antwort zur rechten Zeit</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>no connection</source>
      <translation>keine Verbindung</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>no connection in time</source>
      <translation>keine Verbindung zur rechten Zeit</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>no rule tells them apart; this one came first</source>
      <translation>keine Regel unterscheidet sie; dieses kam zuerst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/marks.py" />
      <source>not clear: {1}</source>
      <translation>nicht eindeutig: {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>original of {1}, the other names no camera</source>
      <translation>Original von {1}, das andere nennt keine Kamera</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>paste {1}</source>
      <translation>{1} einfügen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>paste {1} on {n2} photos</source>
      <translation>{1} bei {n2} Fotos einfügen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>paste {n1} tags</source>
      <translation>{n1} Stichwörter einfügen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>paste {n1} tags on {n2} photos</source>
      <translation>{n1} Stichwörter bei {n2} Fotos einfügen</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>path, query or recognition: as the service has it.</source>
      <translation>path, query oder recognition: wie der Dienst es hat.</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>pin {1}</source>
      <translation>{1} anheften</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>rate as rejected</source>
      <translation>als abgelehnt bewerten</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>rate as rejected on {n1} photos</source>
      <translation>{n1} Fotos als abgelehnt bewerten</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>rate with 1 star</source>
      <translation>mit 1 Stern bewerten</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>rate with 1 star on {n1} photos</source>
      <translation>{n1} Fotos mit 1 Stern bewerten</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>rate with no stars</source>
      <translation>ohne Sterne bewerten</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>rate with no stars on {n1} photos</source>
      <translation>{n1} Fotos ohne Sterne bewerten</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>rate with {n1} stars</source>
      <translation>mit {n1} Sternen bewerten</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>rate with {n1} stars on {n2} photos</source>
      <translation>{n2} Fotos mit {n1} Sternen bewerten</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/__init__.py" />
      <source>region cannot be {1}.</source>
      <translation>region kann nicht {1} sein.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>reject {1}</source>
      <translation>{1} ablehnen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>reject {n1} suggestions</source>
      <translation>{n1} Vorschläge ablehnen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/by_label.py" />
      <source>reject {n1} × {2}</source>
      <translation>{n1} × {2} ablehnen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>relabel {1} as {2}</source>
      <translation>Label {1} in {2} ändern</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>relabel {n1} boxes as {2}</source>
      <translation>Label von {n1} Rahmen in {2} ändern</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>relabel {n1} × {2} as {3}</source>
      <translation>Label von {n1} × {2} in {3} ändern</translation>
    </message>
    <message>
      <location filename="../../tagger/review/conflicts.py" />
      <source>remove tag {1}</source>
      <translation>Stichwort {1} entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>remove tag {1} on {n2} photos</source>
      <translation>Stichwort {1} von {n2} Fotos entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>remove the caption</source>
      <translation>Bildunterschrift entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>remove the caption on {n1} photos</source>
      <translation>Bildunterschrift von {n1} Fotos entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>remove the colour label</source>
      <translation>Farbmarkierung entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>remove the colour label on {n1} photos</source>
      <translation>Farbmarkierung von {n1} Fotos entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/library/removing.py" />
      <source>remove the folder {1}</source>
      <translation>Ordner {1} entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>remove the rating</source>
      <translation>Bewertung entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>remove the rating on {n1} photos</source>
      <translation>Bewertung von {n1} Fotos entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>remove {n1} tags</source>
      <translation>{n1} Stichwörter entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>remove {n1} tags on {n2} photos</source>
      <translation>{n1} Stichwörter von {n2} Fotos entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>rename tag {1} to {2}</source>
      <translation>Stichwort {1} in {2} umbenennen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>resize {1}</source>
      <translation>Größe von {1} ändern</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>say that {n1} photos are no duplicates</source>
      <translation>{n1} Fotos für keine Duplikate erklären</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>say that “{1}” is no duplicate</source>
      <translation>„{1}“ für kein Duplikat erklären</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>set the place</source>
      <translation>Ort setzen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>set the place of {n1} photos</source>
      <translation>Ort von {n1} Fotos setzen</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>sharper: {1} against {2}</source>
      <translation>schärfer: {1} gegen {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/__init__.py" />
      <source>simple, or signed, which never sends the secret key.</source>
      <translation>simple, oder signed, womit der geheime Schlüssel nie gesendet wird.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>stack 1 duplicate</source>
      <translation>1 Duplikat stapeln</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>stack {n1} duplicates</source>
      <translation>{n1} Duplikate stapeln</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/plan.py" />
      <source>stacked with the one that is kept</source>
      <translation>mit dem behaltenen gestapelt</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>take back {1}</source>
      <translation>{1} zurücknehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>take back {n1} suggestions</source>
      <translation>{n1} Vorschläge zurücknehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>take back {n1} × {2}</source>
      <translation>{n1} × {2} zurücknehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/conflicts.py" />
      <source>take the caption of another program</source>
      <translation>Bildunterschrift eines anderen Programms übernehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/conflicts.py" />
      <source>take the colour label of another program</source>
      <translation>Farbmarkierung eines anderen Programms übernehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/conflicts.py" />
      <source>take the place of another program</source>
      <translation>Ort eines anderen Programms übernehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/conflicts.py" />
      <source>take the rating of another program</source>
      <translation>Bewertung eines anderen Programms übernehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/review/conflicts.py" />
      <source>take {n1} changes of another program</source>
      <translation>{n1} Änderungen eines anderen Programms übernehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>the answer was cut off or is no HTTP</source>
      <translation>die Antwort war abgeschnitten oder kein HTTP</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>the certificate is not trusted</source>
      <translation>dem Zertifikat wird nicht vertraut</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>the connection broke</source>
      <translation>die Verbindung brach ab</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/keeper.py" />
      <source>the other comes first by: {1}</source>
      <translation>das andere geht vor nach: {1}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>the proxy refuses</source>
      <translation>der Proxy weigert sich</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/backend.py" />
      <source>there are no {1} in it, not even none</source>
      <translation>darin sind keine {1}, nicht einmal null</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/renaming.py" />
      <source>there is another file at {1}</source>
      <translation>unter {1} liegt eine andere Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>there is no token in it</source>
      <translation>darin ist kein Token</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/emptying.py" />
      <source>this volume has no trash</source>
      <translation>dieser Datenträger hat keinen Papierkorb</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>types cannot be {1}.</source>
      <translation>types kann nicht {1} sein.</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>unpin {1}</source>
      <translation>{1} lösen</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>unstack 1 photo</source>
      <translation>1 Foto aus dem Stapel nehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/deciding.py" />
      <source>unstack {n1} photos</source>
      <translation>{n1} Fotos aus dem Stapel nehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>webhook_url is no address.</source>
      <translation>webhook_url ist keine Adresse.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>workers is {1}.</source>
      <translation>workers ist {1}.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/sidecars.py" />
      <source>write 1 sidecar</source>
      <translation>1 Sidecar schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/review/embedding.py" />
      <source>write into 1 photo</source>
      <translation>in 1 Foto schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/review/embedding.py" />
      <source>write into photos</source>
      <translation>in Fotos schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/review/embedding.py" />
      <source>write into {n1} photos</source>
      <translation>in {n1} Fotos schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/review/sidecars.py" />
      <source>write sidecars</source>
      <translation>Sidecars schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/review/sidecars.py" />
      <source>write {n1} sidecars</source>
      <translation>{n1} Sidecars schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/pace.py" />
      <source>{1} It was tried {2} times.</source>
      <translation>{1} Es wurde {2} Mal versucht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>{1} answered {2}, which says nothing.</source>
      <translation>{1} antwortete {2}, was nichts sagt.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/pace.py" />
      <source>{1} answers in a row were lost, and each may have been charged.</source>
      <translation>{1} Antworten hintereinander gingen verloren, und jede wurde vielleicht berechnet.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>{1} answers; it does not list its models.</source>
      <translation>{1} antwortet; seine Modelle listet er nicht auf.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>{1} asks for patience.</source>
      <translation>{1} bittet um Geduld.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>{1} cannot be asked for a job by its name.</source>
      <translation>{1} kann nicht mit Namen nach einem Auftrag gefragt werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>{1} cannot be asked in this way.</source>
      <translation>{1} kann so nicht gefragt werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/locking.py" />
      <source>{1} cannot be made, without which two programs might move the same files: {2}.</source>
      <translation>{1} kann nicht angelegt werden, und ohne das könnten zwei Programme dieselben Dateien verschieben: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>{1} cannot be reached ({2}).</source>
      <translation>{1} ist nicht zu erreichen ({2}).</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/renaming.py" />
      <source>{1} cannot be reached; it is moved at the next start with its drive</source>
      <translation>{1} ist nicht zu erreichen; verschoben wird beim nächsten Start mit seinem Laufwerk</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/keyword_list.py" />
      <source>{1} cannot be read: {2}.</source>
      <translation>{1} kann nicht gelesen werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/placing.py" />
      <source>{1} cannot be written: {2}.</source>
      <translation>{1} kann nicht geschrieben werden: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/limits.py" />
      <source>{1} cannot be {2}.</source>
      <translation>{1} kann nicht {2} sein.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} cannot decode the picture that was sent.</source>
      <translation>{1} kann das gesendete Bild nicht entschlüsseln.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/results.py" />
      <source>{1} cannot decode the picture.</source>
      <translation>{1} kann das Bild nicht entschlüsseln.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>{1} cannot hold this change: {2}.</source>
      <translation>{1} kann diese Änderung nicht aufnehmen: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>{1} cannot {2}.</source>
      <translation>{1} cannot {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/given.py" />
      <source>{1} characters are allowed.</source>
      <translation>{1} Zeichen sind erlaubt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/backend.py" />
      <source>{1} could not analyse the photo.</source>
      <translation>{1} konnte das Foto nicht untersuchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>{1} could not analyse the photo: {2}</source>
      <translation>{1} konnte das Foto nicht untersuchen: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>{1} could not analyse the photo: {2}.</source>
      <translation>{1} konnte das Foto nicht untersuchen: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/embedding.py" />
      <source>{1} could not be put back: {2}</source>
      <translation>{1} konnte nicht zurückgeschrieben werden: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/review/embedding.py" />
      <source>{1} could not be written again: {2}</source>
      <translation>{1} konnte nicht nochmals geschrieben werden: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/embedding/embed.py" />
      <source>{1} could not be written: {2}. Check the disk and its permissions.</source>
      <translation>{1} konnte nicht geschrieben werden: {2}. Den Datenträger und seine Rechte prüfen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/results.py" />
      <source>{1} could not fetch the photo from its public address.</source>
      <translation>{1} konnte das Foto nicht von seiner öffentlichen Adresse holen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/programs.py" />
      <source>{1} could not open it.</source>
      <translation>{1} konnte es nicht öffnen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>{1} does no more{2}</source>
      <translation>{1} macht nicht weiter{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>{1} does not have the file any more{2}</source>
      <translation>{1} hat die Datei nicht mehr{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>{1} does not know the job any more.</source>
      <translation>{1} kennt den Auftrag nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>{1} does not know the key.</source>
      <translation>{1} kennt den Schlüssel nicht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} does not know the token.</source>
      <translation>{1} kennt den Token nicht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>{1} does not know this type of recognition.</source>
      <translation>{1} kennt diese Art der Erkennung nicht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/faults.py" />
      <source>{1} does not let these keys in{2}</source>
      <translation>{1} lässt diese Schlüssel nicht ein{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>{1} does not let this application in{2}</source>
      <translation>{1} lässt diese Anwendung nicht ein{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>{1} does not let this key in.</source>
      <translation>{1} lässt diesen Schlüssel nicht ein.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>{1} does not let this key in{2}</source>
      <translation>{1} lässt diesen Schlüssel nicht ein{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>{1} does not speak this version{2}</source>
      <translation>{1} spricht diese Version nicht{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>{1} does not take CLIENT_ID and CLIENT_SECRET.</source>
      <translation>{1} nimmt CLIENT_ID und CLIENT_SECRET nicht an.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>{1} does not take the format of the picture that was sent.</source>
      <translation>{1} nimmt das Format des gesendeten Bildes nicht an.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/faults.py" />
      <source>{1} does not take the keys{2}</source>
      <translation>{1} nimmt die Schlüssel nicht an{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>{1} does not take the key{2}</source>
      <translation>{1} nimmt den Schlüssel nicht an{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} does not take the token.</source>
      <translation>{1} nimmt das Token nicht an.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/results.py" />
      <source>{1} ended the job without having finished with this photo.</source>
      <translation>{1} beendete den Auftrag, ohne mit diesem Foto fertig zu sein.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/results.py" />
      <source>{1} failed over all photos of the job.</source>
      <translation>{1} ist an allen Fotos des Auftrags gescheitert.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/results.py" />
      <source>{1} failed over some photos of the job, and does not say whether over this one.</source>
      <translation>{1} ist an einigen Fotos des Auftrags gescheitert und sagt nicht, ob an diesem.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/results.py" />
      <source>{1} failed over this photo ({2}).</source>
      <translation>{1} ist an diesem Foto gescheitert ({2}).</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} failed.</source>
      <translation>{1} ist gescheitert.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>{1} failed: {2}</source>
      <translation>{1} ist gescheitert: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>{1} finds it too large.</source>
      <translation>{1} findet es zu groß.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>{1} finds nothing in the box that it could recognise.</source>
      <translation>{1} findet im Rahmen nichts, was es erkennen könnte.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>{1} finds the photo too large.</source>
      <translation>{1} findet das Foto zu groß.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} finds the picture too large; lower the option longest_side_px.</source>
      <translation>{1} findet das Bild zu groß; die Option longest_side_px verringern.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>{1} finds the picture too large{2}</source>
      <translation>{1} findet das Bild zu groß{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} finds the picture too small; raise the option longest_side_px.</source>
      <translation>{1} findet das Bild zu klein; die Option longest_side_px erhöhen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} finds the token malformed: it has 16 letters and digits.</source>
      <translation>{1} hält den Token für falsch geschrieben: Er hat 16 Buchstaben und Ziffern.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} finds too few details in the picture to compare it.</source>
      <translation>{1} findet im Bild zu wenige Einzelheiten, um es zu vergleichen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} finds {2}.</source>
      <translation>{1} findet {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>{1} got no key.</source>
      <translation>{1} bekam keinen Schlüssel.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} got no picture.</source>
      <translation>{1} bekam kein Bild.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} got no token.</source>
      <translation>{1} bekam keinen Token.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>{1} got nothing.</source>
      <translation>{1} bekam nichts.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>{1} has no calls left for this key: the quota is spent.</source>
      <translation>{1} hat für diesen Schlüssel keine Aufrufe übrig: Das Kontingent ist aufgebraucht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>{1} has no model {2}.</source>
      <translation>{1} hat kein Modell {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} has no scans left: the quota is spent.</source>
      <translation>{1} hat keine Abfragen übrig: Das Kontingent ist aufgebraucht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>{1} has no such model or address{2}</source>
      <translation>{1} hat kein solches Modell oder keine solche Adresse{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/scheme.py" />
      <source>{1} has no table [shortcuts].</source>
      <translation>{1} hat keine Tabelle [shortcuts].</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>{1} has no usable URL.</source>
      <translation>{1} hat keine brauchbare URL.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/tables.py" />
      <source>{1} has no {2}.</source>
      <translation>{1} has no {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>{1} has nothing at this address{2}</source>
      <translation>{1} hat nichts unter dieser Adresse{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>{1} has nothing to do.</source>
      <translation>{1} hat nichts zu tun.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/placing.py" />
      <source>{1} has the name of a photo.</source>
      <translation>{1} hat den Namen eines Fotos.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>{1} has {2} characters.</source>
      <translation>{1} hat {2} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>{1} has {2} ready.</source>
      <translation>{1} hat {2} bereit.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/__init__.py" />
      <source>{1} holds characters that cannot be seen.</source>
      <translation>{1} enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/placing.py" />
      <source>{1} holds other files.</source>
      <translation>{1} enthält andere Dateien.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/yolo.py" />
      <source>{1} holds photos of the library.</source>
      <translation>{1} enthält Fotos der Bibliothek.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>{1} in the settings file is not a table.</source>
      <translation>{1} in der Einstellungsdatei ist keine Tabelle.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/walk.py" />
      <source>{1} is a file; name the folder that it is in.</source>
      <translation>{1} ist eine Datei; geben Sie ihren Ordner an.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/placing.py" />
      <source>{1} is a folder.</source>
      <translation>{1} ist ein Ordner.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/options.py" />
      <source>{1} is a secret and is not kept in the settings.</source>
      <translation>{1} ist ein Geheimnis und wird nicht in den Einstellungen aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/targets.py" />
      <source>{1} is in {2}, a folder of the library.</source>
      <translation>{1} liegt in {2}, einem Ordner der Bibliothek.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>{1} is laid out in a way that this program cannot change.</source>
      <translation>{1} ist so aufgebaut, dass dieses Programm es nicht ändern kann.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>{1} is larger than 1 MB.</source>
      <translation>{1} ist größer als 1 MB.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/files.py" />
      <source>{1} is larger than {2} MB.</source>
      <translation>{1} ist größer als {2} MB.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/checking.py" />
      <source>{1} is left alone: {2}</source>
      <translation>{1} bleibt, wie es ist: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/checking.py" />
      <source>{1} is left alone; of the photo to keep, {2}: {3}</source>
      <translation>{1} bleibt, wie es ist; zum behaltenen Foto, {2}: {3}</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>{1} is no place.</source>
      <translation>{1} ist kein Ort.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>{1} is no rating.</source>
      <translation>{1} ist keine Bewertung.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>{1} is not UTF-8 text.</source>
      <translation>{1} ist kein UTF-8-Text.</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/image_hash.py" />
      <source>{1} is not a file</source>
      <translation>{1} ist keine Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/files.py" />
      <source>{1} is not a file.</source>
      <translation>{1} ist keine Datei.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/choosing.py" />
      <source>{1} is not a folder of this library.</source>
      <translation>{1} ist kein Ordner dieser Bibliothek.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/placing.py" />
      <source>{1} is not a folder.</source>
      <translation>{1} ist kein Ordner.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/locating.py" />
      <source>{1} is not a photo.</source>
      <translation>{1} ist kein Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} is not at this address.</source>
      <translation>{1} ist nicht unter dieser Adresse.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/locating.py" />
      <source>{1} is not missing.</source>
      <translation>{1} fehlt nicht.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>{1} is not set up for {2}.</source>
      <translation>{1} ist für {2} nicht eingerichtet.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/renaming.py" />
      <source>{1} is not there any more</source>
      <translation>{1} ist nicht mehr da</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>{1} is not there.</source>
      <translation>{1} ist nicht da.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/sidecars.py" />
      <source>{1} is not there. Connect its disk, or index the folder again.</source>
      <translation>{1} ist nicht da. Den Datenträger anschließen, oder den Ordner nochmals einlesen.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>{1} is not who it should be: {2}.</source>
      <translation>{1} ist nicht, wer er sein sollte: {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/metadata/sidecars.py" />
      <source>{1} is read-only. Make it writable, or copy the photos to a disk that is, and export again.</source>
      <translation>{1} ist schreibgeschützt. Beschreibbar machen, oder die Fotos auf einen beschreibbaren Datenträger kopieren, und nochmals exportieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>{1} is still not done with it.</source>
      <translation>{1} ist damit noch nicht fertig.</translation>
    </message>
    <message>
      <location filename="../../tagger/exporting/export.py" />
      <source>{1} is the library itself.</source>
      <translation>{1} ist die Bibliothek selbst.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>{1} is there already.</source>
      <translation>{1} ist schon da.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/online.py" />
      <source>{1} is {2}.</source>
      <translation>{1} is {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/backend.py" />
      <source>{1} looks at one thing after the other.</source>
      <translation>{1} sieht sich eines nach dem anderen an.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>{1} needs a client ID and its secret, or an access token.</source>
      <translation>{1} braucht eine Client-ID und ihr Geheimnis, oder ein Zugangstoken.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/rekognition/signing.py" />
      <source>{1} needs an access key ID and its secret access key.</source>
      <translation>{1} braucht die ID eines Zugriffsschlüssels und den geheimen Zugriffsschlüssel dazu.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>{1} needs {2}, which is not installed.</source>
      <translation>{1} braucht {2}, das nicht installiert ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>{1} of the backend {2} is of the wrong kind.</source>
      <translation>{1} des Dienstes {2} ist von der falschen Art.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/sends.py" />
      <source>{1} of {2} is left</source>
      <translation>{1} von {2} sind übrig</translation>
    </message>
    <message>
      <location filename="../../tagger/imaging/faults.py" />
      <source>{1} photos cannot be read here.</source>
      <translation>{1}-Fotos können hier nicht gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>{1} refuses the upload with {2}{3}</source>
      <translation>{1} weist das Hochladen mit {2}{3} ab</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>{1} refuses with {2}{3}</source>
      <translation>{1} weist mit {2}{3} ab</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} refuses with {2}{3}.</source>
      <translation>{1} weist mit {2}{3} ab.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>{1} refuses: {2}</source>
      <translation>{1} weist es ab: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/results.py" />
      <source>{1} says nothing of this photo in its answer.</source>
      <translation>{1} sagt in seiner Antwort nichts über dieses Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/results.py" />
      <source>{1} sees nothing through the cobwebs.</source>
      <translation>{1} sieht vor Spinnweben nichts.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>{1} sees {2}.</source>
      <translation>{1} sieht {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/http.py" />
      <source>{1} sends its callers to another place, where neither photos nor keys shall go.</source>
      <translation>{1} schickt seine Anrufer an einen anderen Ort, wohin weder Fotos noch Schlüssel gehen sollen.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/kinds.py" />
      <source>{1} shots close upon each other</source>
      <translation>{1} Aufnahmen dicht nacheinander</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/kinds.py" />
      <source>{1} shots close upon each other, at the same exposure</source>
      <translation>{1} Aufnahmen dicht nacheinander, gleich belichtet</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/kinds.py" />
      <source>{1} shots close upon each other, at the same exposure, that show parts of each other</source>
      <translation>{1} Aufnahmen dicht nacheinander, gleich belichtet, die Teile voneinander zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/kinds.py" />
      <source>{1} shots close upon each other, evenly spaced, at the same exposure, sharp in different places</source>
      <translation>{1} Aufnahmen dicht und gleichmäßig nacheinander, gleich belichtet, an verschiedenen Stellen scharf</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/kinds.py" />
      <source>{1} shots close upon each other, exposures {2} stops apart</source>
      <translation>{1} Aufnahmen dicht nacheinander, Belichtung {2} Blenden auseinander</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/emptying.py" />
      <source>{1} stays held: it cannot be put into the trash: {2}</source>
      <translation>{1} bleibt aufbewahrt: Der Papierkorb nimmt es nicht an: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/renaming.py" />
      <source>{1} stays where it is: {2}</source>
      <translation>{1} bleibt, wo es ist: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/holding.py" />
      <source>{1} stays where it is: {2} is on another volume</source>
      <translation>{1} bleibt, wo es ist: {2} liegt auf einem anderen Datenträger</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/service.py" />
      <source>{1} takes no more{2}</source>
      <translation>{1} nimmt nichts mehr an{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} takes no transparent pictures.</source>
      <translation>{1} nimmt keine durchsichtigen Bilder an.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/google_vision.py" />
      <source>{1} takes the key.</source>
      <translation>{1} nimmt den Schlüssel an.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/backend.py" />
      <source>{1} takes the keys, but was not done within {2} seconds.</source>
      <translation>{1} nimmt die Schlüssel an, war aber nach {2} Sekunden nicht fertig.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>{1} takes the keys.</source>
      <translation>{1} nimmt die Schlüssel an.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/craftar.py" />
      <source>{1} takes the token.</source>
      <translation>{1} nimmt den Token an.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/service.py" />
      <source>{1} wanted another token.</source>
      <translation>{1} wollte einen anderen Token.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>{1} wants to be paid first: {2}</source>
      <translation>{1} will zuerst bezahlt werden: {2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/openai_compatible.py" />
      <source>{1} wants to be paid first{2}</source>
      <translation>{1} will zuerst bezahlt werden{2}</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/uploadcare/backend.py" />
      <source>{1} was asked, but there is no result.</source>
      <translation>{1} wurde gefragt, aber es gibt kein Ergebnis.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/embedding.py" />
      <source>{1} was changed by another program since and is left as it is</source>
      <translation>{1} wurde seither von einem anderen Programm geändert und bleibt, wie es ist</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imageintelligence/backend.py" />
      <source>{1} was not done within {2} seconds.</source>
      <translation>{1} war nach {2} Sekunden nicht fertig.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/backend.py" />
      <source>{1} works on this machine; {2} suggestions for the photo tried.</source>
      <translation>{1} arbeitet auf diesem Rechner; {2} Vorschläge für das Probefoto.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/open_inference.py" />
      <source>{1} works; {2} suggestions for the photo tried.</source>
      <translation>{1} arbeitet; {2} Vorschläge für das Probefoto.</translation>
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>{1} would share the secret {2} with {3}.</source>
      <translation>{1} würde das Geheimnis {2} mit {3} teilen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/tables.py" />
      <source>{1}.{2} cannot be {3}.</source>
      <translation>{1}.{2} kann nicht {3} sein.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>{1}: [backends.{2}] has no type, or a name that is not allowed.</source>
      <translation>{1}: [backends.{2}] hat keinen Typ, oder einen Namen, der nicht erlaubt ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>{1}: the setting '{2}.{3}' is unknown.</source>
      <translation>{1}: Die Einstellung „{2}.{3}“ ist unbekannt.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>{1}: {2} Until then it is as it comes.</source>
      <translation>{1}: {2} Bis dahin ist sie, wie sie voreingestellt ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>{1}: {2} Until then it is {3}.</source>
      <translation>{1}: {2} Bis dahin ist sie {3}.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>{1}: {2} is unknown.</source>
      <translation>{1}: {2} ist unbekannt.</translation>
    </message>
    <message>
      <location filename="../../tagger/backends/imagerecognize.py" />
      <source>{n1} calls are left.</source>
      <translation>Noch {n1} Aufrufe sind übrig.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>{n1} characters are allowed.</source>
      <translation>{n1} Zeichen sind erlaubt.</translation>
    </message>
    <message>
      <location filename="../../tagger/duplicates/holding.py" />
      <source>{n1} photos are in the system's trash by now; take them out of it by hand</source>
      <translation>{n1} Fotos sind inzwischen im Papierkorb des Systems; sie von Hand herausnehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>“{1}” cannot be compared.</source>
      <translation>„{1}“ kann nicht verglichen werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/vocabulary/tree.py" />
      <source>“{1}” cannot go below itself.</source>
      <translation>„{1}“ kann nicht unter sich selbst liegen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/programs.py" />
      <source>“{1}” is no program.</source>
      <translation>„{1}“ ist kein Programm.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>“{1}” is not a date.</source>
      <translation>„{1}“ ist kein Datum.</translation>
    </message>
    <message>
      <location filename="../../tagger/library/patterns.py" />
      <source>“{1}” is not a pattern.</source>
      <translation>„{1}“ ist kein Muster.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>“{1}” is not a tag.</source>
      <translation>„{1}“ ist kein Stichwort.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/exposure.py" />
      <source>“{1}” is not a value of “{2}”.</source>
      <translation>„{1}“ ist kein Wert von „{2}“.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>“{1}” is not a {2}.</source>
      <translation>„{1}“ ist kein {2}.</translation>
    </message>
    <message>
      <location filename="../../tagger/store/query/fields.py" />
      <source>“{1}” needs a value right after it.</source>
      <translation>„{1}“ braucht gleich dahinter einen Wert.</translation>
    </message>
  </context>
  <context>
    <name>CropModel</name>
    <message>
      <location filename="../../tagger/gui/by_label/model.py" />
      <source>stays undecided</source>
      <translation>bleibt offen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/model.py" />
      <source>taken out, will be rejected</source>
      <translation>herausgenommen, wird abgelehnt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/model.py" />
      <source>will be accepted</source>
      <translation>wird angenommen</translation>
    </message>
  </context>
  <context>
    <name>CropView</name>
    <message>
      <location filename="../../tagger/gui/by_label/view.py" />
      <source>Suggestions of this label</source>
      <translation>Vorschläge dieses Labels</translation>
    </message>
  </context>
  <context>
    <name>Dates</name>
    <message>
      <location filename="../../tagger/gui/viewer/caption.py" />
      <source>d MMM yyyy</source>
      <translation>d. MMM yyyy</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/caption.py" />
      <source>d MMM yyyy, HH:mm</source>
      <translation>d. MMM yyyy, HH:mm</translation>
    </message>
  </context>
  <context>
    <name>Deciding</name>
    <message>
      <location filename="../../tagger/gui/duplicates/deciding.py" />
      <source>Remembered for good: {what}</source>
      <translation>Für immer gemerkt: {what}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/deciding.py" />
      <source>Some photo of this group is not near this one: take that out of the group first.</source>
      <translation>Ein Foto dieser Gruppe steht diesem nicht nahe: Erst das aus der Gruppe nehmen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/deciding.py" />
      <source>This photo stays: {reason}</source>
      <translation>Dieses Foto bleibt: {reason}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/deciding.py" />
      <source>it is the one that is kept</source>
      <translation>es ist das, das behalten wird</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/deciding.py" />
      <source>{name} is no duplicate</source>
      <translation>{name} ist kein Duplikat</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/deciding.py" />
      <source>{n} photos are no duplicates</source>
      <translation>{n} Fotos sind keine Duplikate</translation>
    </message>
  </context>
  <context>
    <name>Decision</name>
    <message>
      <location filename="../../tagger/gui/review/model.py" />
      <source>accepted</source>
      <translation>angenommen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/model.py" />
      <source>deferred</source>
      <translation>zurückgestellt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/model.py" />
      <source>rejected</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/model.py" />
      <source>waiting</source>
      <translation>offen</translation>
    </message>
  </context>
  <context>
    <name>DecisionButtons</name>
    <message>
      <location filename="../../tagger/gui/review/decisions.py" />
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/decisions.py" />
      <source>Defer</source>
      <translation>Zurückstellen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/decisions.py" />
      <source>Reject</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/decisions.py" />
      <source>Undecided</source>
      <translation>Offen</translation>
    </message>
  </context>
  <context>
    <name>DifferenceTable</name>
    <message>
      <location filename="../../tagger/gui/compare/table.py" />
      <source>Differences</source>
      <translation>Unterschiede</translation>
    </message>
  </context>
  <context>
    <name>Differences</name>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Camera</source>
      <translation>Kamera</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Caption</source>
      <translation>Bildunterschrift</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Lens</source>
      <translation>Objektiv</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Rating</source>
      <translation>Bewertung</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Rejected</source>
      <translation>Abgelehnt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/facts_table.py" />
      <source>Tags</source>
      <translation>Stichwörter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Tags only here</source>
      <translation>Stichwörter nur hier</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>Taken</source>
      <translation>Aufgenommen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/compare/differences.py" />
      <source>{n} bytes</source>
      <translation>{n} Bytes</translation>
    </message>
  </context>
  <context>
    <name>Dropping</name>
    <message>
      <location filename="../../tagger/gui/outside/dropping.py" />
      <source>Photos are added by the folder: drop the folder {folder} to add all that is in it.</source>
      <translation>Fotos kommen mit ihrem Ordner hinzu: den Ordner {folder} hierher ziehen, um alles darin hinzuzufügen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/dropping.py" />
      <source>This photo is in the library already, but not among those shown now.</source>
      <translation>Dieses Foto ist schon in der Bibliothek, aber nicht unter den jetzt gezeigten.</translation>
    </message>
  </context>
  <context>
    <name>Duplicates</name>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Burst</source>
      <translation>Serie</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Comparing hashes</source>
      <translation>Hashes vergleichen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Copies</source>
      <translation>Kopien</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Exactly the same picture</source>
      <translation>Genau dasselbe Bild</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Exposure bracket</source>
      <translation>Belichtungsreihe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Finding duplicates</source>
      <translation>Duplikate suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Focus stack</source>
      <translation>Fokusreihe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>For your eye</source>
      <translation>Selbst prüfen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Kept</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Looking at what photos show</source>
      <translation>Ansehen, was Fotos zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Looking for crops</source>
      <translation>Ausschnitte suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Measuring sharpness</source>
      <translation>Schärfe messen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Most photos first</source>
      <translation>Meiste Fotos zuerst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Most to free first</source>
      <translation>Größte Ersparnis zuerst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Near-duplicates</source>
      <translation>Beinahe-Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Oldest first</source>
      <translation>Älteste zuerst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Panorama</source>
      <translation>Panorama</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>RAW and JPEG</source>
      <translation>RAW und JPEG</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Stays</source>
      <translation>Bleibt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Surest first</source>
      <translation>Sicherste zuerst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Taking the hashes of photos</source>
      <translation>Hashes der Fotos nehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>To go</source>
      <translation>Soll weg</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Very likely the same</source>
      <translation>Sehr wahrscheinlich dasselbe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>Worth a look</source>
      <translation>Einen Blick wert</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>looks the same</source>
      <translation>sieht gleich aus</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>same file</source>
      <translation>dieselbe Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>same image data</source>
      <translation>dieselben Bilddaten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>shows a part</source>
      <translation>zeigt einen Teil</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>turned or mirrored</source>
      <translation>gedreht oder gespiegelt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/words.py" />
      <source>{size} to free</source>
      <translation>{size} einzusparen</translation>
    </message>
  </context>
  <context>
    <name>DuplicatesPage</name>
    <message>
      <location filename="../../tagger/gui/duplicates/page.py" />
      <source>Near-duplicates</source>
      <translation>Beinahe-Duplikate</translation>
    </message>
  </context>
  <context>
    <name>Editing</name>
    <message>
      <location filename="../../tagger/gui/viewer/editing.py" />
      <source>Drawing boxes · Esc ends</source>
      <translation>Rahmen zeichnen · Esc beendet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/editing.py" />
      <source>Frequent labels</source>
      <translation>Häufige Labels</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/editing.py" />
      <source>New box · Enter makes it · Esc drops it</source>
      <translation>Neuer Rahmen · Eingabe legt ihn an · Esc verwirft</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/editing.py" />
      <source>New box. Move it with {keys}; Enter makes it, Escape drops it.</source>
      <translation>Neuer Rahmen. {keys} verschieben ihn; Eingabe legt ihn an, Esc verwirft ihn.</translation>
    </message>
  </context>
  <context>
    <name>EmbedBar</name>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>Tags, boxes, stars, label and caption go into JPEG, PNG, TIFF and DNG files; other formats are left alone. The picture is proven to stay the same, and undo brings each file back byte for byte.</source>
      <translation>Stichwörter, Rahmen, Sterne, Farbmarkierung und Bildunterschrift gehen in JPEG-, PNG-, TIFF- und DNG-Dateien; andere Formate bleiben, wie sie sind. Das Bild bleibt nachweislich dasselbe, und Rückgängig holt jede Datei Byte für Byte zurück.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>Write into 1 photo</source>
      <translation>In 1 Foto schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>Write into the file of this photo itself?</source>
      <translation>In die Datei dieses Fotos selbst schreiben?</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>Write into the files of these {n} photos themselves?</source>
      <translation>In die Dateien dieser {n} Fotos selbst schreiben?</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>Write into the photos themselves</source>
      <translation>In die Fotos selbst schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>Write into {n} photos</source>
      <translation>In {n} Fotos schreiben</translation>
    </message>
  </context>
  <context>
    <name>Embedding</name>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>1 could not be.</source>
      <translation>1 konnte es nicht.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>1 photo was written into.</source>
      <translation>In 1 Foto wurde geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>Write into the photos themselves…</source>
      <translation>In die Fotos selbst schreiben…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>Writing into photos</source>
      <translation>In Fotos schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>not allowed by the settings</source>
      <translation>laut Einstellungen nicht erlaubt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>{n} could not be.</source>
      <translation>{n} konnten es nicht.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/embedding.py" />
      <source>{n} photos were written into.</source>
      <translation>In {n} Fotos wurde geschrieben.</translation>
    </message>
  </context>
  <context>
    <name>Explaining</name>
    <message>
      <location filename="../../tagger/gui/explaining.py" />
      <source>Log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/explaining.py" />
      <source>Nothing went wrong so far.</source>
      <translation>Bisher ging nichts schief.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/explaining.py" />
      <source>Open the file</source>
      <translation>Datei öffnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/explaining.py" />
      <source>Read this, copy it, and paste it where you report the problem; Tagger sends nothing by itself. Say also what you did and what you expected.</source>
      <translation>Dies lesen, kopieren und dort einfügen, wo das Problem gemeldet wird; Tagger sendet von sich aus nichts. Bitte auch angeben, was getan und was erwartet wurde.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/explaining.py" />
      <source>Report a problem</source>
      <translation>Problem melden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/explaining.py" />
      <source>What went wrong, newest last. Paths, names of photos and secrets are left out here.</source>
      <translation>Was schiefging, das Neueste zuletzt. Pfade, Namen von Fotos und Geheimnisse sind hier weggelassen.</translation>
    </message>
  </context>
  <context>
    <name>ExportBar</name>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>All {n} photos of the library</source>
      <translation>Alle {n} Fotos der Bibliothek</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Copy the photos too</source>
      <translation>Die Fotos mitkopieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>The one photo of the library</source>
      <translation>Das eine Foto der Bibliothek</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>The photo that is listed</source>
      <translation>Das aufgelistete Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>The selected photo</source>
      <translation>Das ausgewählte Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>The {n} photos that are listed</source>
      <translation>Die {n} aufgelisteten Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>The {n} selected photos</source>
      <translation>Die {n} ausgewählten Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Title of the report</source>
      <translation>Titel des Berichts</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Which photos</source>
      <translation>Welche Fotos</translation>
    </message>
  </context>
  <context>
    <name>Exporting</name>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>1 of unknown size was left out.</source>
      <translation>1 von unbekannter Größe wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>1 photo was exported to “{name}”.</source>
      <translation>1 Foto wurde nach „{name}“ exportiert.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>An export is under way. Wait until it is done, or cancel it.</source>
      <translation>Ein Export läuft. Warten, bis er fertig ist, oder ihn abbrechen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>Exporting</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>No picture</source>
      <translation>Kein Bild</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>Photos</source>
      <translation>Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>{n} of 5 stars</source>
      <translation>{n} von 5 Sternen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>{n} of unknown size were left out.</source>
      <translation>{n} von unbekannter Größe wurden ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>{n} photos were exported to “{name}”.</source>
      <translation>{n} Fotos wurden nach „{name}“ exportiert.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/exporting.py" />
      <source>“{name}” was written.</source>
      <translation>„{name}“ wurde geschrieben.</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Camera</source>
      <translation>Kamera</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Exposure</source>
      <translation>Belichtung</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Facts</source>
      <translation>Fakten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Lens</source>
      <translation>Objektiv</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>N S E W</source>
      <comment>north, south, east and west</comment>
      <translation>N S O W</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>People</source>
      <translation>Leute</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Place</source>
      <translation>Ort</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Taken</source>
      <translation>Aufgenommen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Title</source>
      <translation>Titel</translation>
    </message>
  </context>
  <context>
    <name>FactsTable</name>
    <message>
      <location filename="../../tagger/gui/compare/facts_table.py" />
      <source>Facts that differ</source>
      <translation>Was sich unterscheidet</translation>
    </message>
  </context>
  <context>
    <name>FailureList</name>
    <message>
      <location filename="../../tagger/gui/sidecars/failure_list.py" />
      <source>Nothing has failed.</source>
      <translation>Nichts ist gescheitert.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/failure_list.py" />
      <source>Try again</source>
      <translation>Nochmals versuchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/failure_list.py" />
      <source>Try all again</source>
      <translation>Alle nochmals versuchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/failure_list.py" />
      <source>What could not be written</source>
      <translation>Was nicht geschrieben werden konnte</translation>
    </message>
  </context>
  <context>
    <name>Filmstrip</name>
    <message>
      <location filename="../../tagger/gui/viewer/filmstrip.py" />
      <source>Filmstrip</source>
      <translation>Filmstreifen</translation>
    </message>
  </context>
  <context>
    <name>Finding</name>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Copies</source>
      <translation>Kopien</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/finding.py" />
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Five stars</source>
      <translation>Fünf Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Four stars and more</source>
      <translation>Vier Sterne und mehr</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/finding.py" />
      <source>It is not known yet what this photo looks like.</source>
      <translation>Wie dieses Foto aussieht, ist noch nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Missing</source>
      <translation>Fehlend</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Near-duplicates</source>
      <translation>Beinahe-Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Not connected</source>
      <translation>Nicht angeschlossen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Not recognised yet</source>
      <translation>Noch nicht erkannt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>RAW and JPEG</source>
      <translation>RAW und JPEG</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/finding.py" />
      <source>Recognise it</source>
      <translation>Erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Three stars and more</source>
      <translation>Drei Sterne und mehr</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Unreadable</source>
      <translation>Unlesbar</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Where backends agree</source>
      <translation>Wo Dienste übereinstimmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Where backends disagree</source>
      <translation>Wo Dienste sich widersprechen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>With a caption</source>
      <translation>Mit Bildunterschrift</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>With a colour label</source>
      <translation>Mit Farbmarkierung</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>With a place</source>
      <translation>Mit Ortsangabe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>With a sure suggestion</source>
      <translation>Mit einem sicheren Vorschlag</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>With accepted suggestions</source>
      <translation>Mit angenommenen Vorschlägen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>With boxes</source>
      <translation>Mit Rahmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>With deferred suggestions</source>
      <translation>Mit zurückgestellten Vorschlägen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>With suggestions waiting</source>
      <translation>Mit offenen Vorschlägen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>With tags</source>
      <translation>Mit Stichwörtern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Without rejected photos</source>
      <translation>Ohne abgelehnte Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/filters.py" />
      <source>Without tags</source>
      <translation>Ohne Stichwörter</translation>
    </message>
  </context>
  <context>
    <name>FolderList</name>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>Add a folder…</source>
      <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>Take away</source>
      <translation>Wegnehmen</translation>
    </message>
  </context>
  <context>
    <name>Formats</name>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Accepted boxes for training, in a folder of their own. Photos without boxes count as showing nothing.</source>
      <translation>Angenommene Rahmen zum Trainieren, in einem eigenen Ordner. Fotos ohne Rahmen gelten als solche, auf denen nichts ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Accepted boxes for training, in one file. Photos without boxes count as showing nothing.</source>
      <translation>Angenommene Rahmen zum Trainieren, in einer Datei. Fotos ohne Rahmen gelten als solche, auf denen nichts ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>All that is known of each photo, with every suggestion, for programs.</source>
      <translation>Alles, was von jedem Foto bekannt ist, mit jedem Vorschlag, für Programme.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>All your tags with their synonyms, for Lightroom and Capture One.</source>
      <translation>Alle Stichwörter mit ihren Synonymen, für Lightroom und Capture One.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>COCO boxes</source>
      <translation>COCO-Rahmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>JSON</source>
      <translation>JSON</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Keyword list</source>
      <translation>Stichwortliste</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>One page with pictures, titles, captions, stars and tags, to print or send. No place is told.</source>
      <translation>Eine Seite mit Bildern, Titeln, Bildunterschriften, Sternen und Stichwörtern, zum Drucken oder Verschicken. Kein Ort wird verraten.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>One row for each photo with all that is known of it, for spreadsheets.</source>
      <translation>Eine Zeile je Foto mit allem, was von ihm bekannt ist, für Tabellenprogramme.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Report for a client</source>
      <translation>Bericht für Kunden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>Table (CSV)</source>
      <translation>Tabelle (CSV)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/bar.py" />
      <source>YOLO boxes</source>
      <translation>YOLO-Rahmen</translation>
    </message>
  </context>
  <context>
    <name>GridModel</name>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>1 star</source>
      <translation>1 Stern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>1 suggestion</source>
      <translation>1 Vorschlag</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>alike {score}</source>
      <translation>ähnlich {score}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>colour label {name}</source>
      <translation>Farbmarkierung {name}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>has near-duplicates</source>
      <translation>hat Beinahe-Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>missing</source>
      <translation>fehlend</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>not connected</source>
      <translation>nicht angeschlossen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>rejected</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>reviewed</source>
      <translation>geprüft</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>unreadable</source>
      <translation>unlesbar</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>{n} files of one shot</source>
      <translation>{n} Dateien einer Aufnahme</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>{n} stars</source>
      <translation>{n} Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>{n} suggestions</source>
      <translation>{n} Vorschläge</translation>
    </message>
  </context>
  <context>
    <name>GridView</name>
    <message>
      <location filename="../../tagger/gui/grid/view.py" />
      <source>Photos</source>
      <translation>Fotos</translation>
    </message>
  </context>
  <context>
    <name>GroupDelegate</name>
    <message>
      <location filename="../../tagger/gui/duplicates/delegate.py" />
      <source>Keeps the first: {why}</source>
      <translation>Behält das erste: {why}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/delegate.py" />
      <source>Left alone: {reason}</source>
      <translation>Bleibt, wie es ist: {reason}</translation>
    </message>
  </context>
  <context>
    <name>GroupFact</name>
    <message>
      <location filename="../../tagger/gui/duplicates/fact.py" />
      <source>Kept of {all} near-duplicates</source>
      <translation>Behalten von {all} Beinahe-Duplikaten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/fact.py" />
      <source>Show the group</source>
      <translation>Gruppe zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/fact.py" />
      <source>{n} of {all} near-duplicates</source>
      <translation>{n} von {all} Beinahe-Duplikaten</translation>
    </message>
  </context>
  <context>
    <name>GroupView</name>
    <message>
      <location filename="../../tagger/gui/duplicates/view.py" />
      <source>Groups of near-duplicates</source>
      <translation>Gruppen von Beinahe-Duplikaten</translation>
    </message>
  </context>
  <context>
    <name>GroupsHeader</name>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>1 file held</source>
      <translation>1 Datei aufbewahrt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>1 group</source>
      <translation>1 Gruppe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>1 time “not duplicates”</source>
      <translation>1-mal „keine Duplikate“</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>All kinds</source>
      <translation>Alle Arten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>Back to the photos</source>
      <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>Certainty</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>Find again</source>
      <translation>Nochmals suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>However sure</source>
      <translation>Jede Sicherheit</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>Plan the cleanup</source>
      <translation>Aufräumen planen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>Rules</source>
      <translation>Regeln</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>Sort by</source>
      <translation>Sortieren nach</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>up to {size} to free</source>
      <translation>bis zu {size} einzusparen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>{n} files held</source>
      <translation>{n} Dateien aufbewahrt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>{n} groups</source>
      <translation>{n} Gruppen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/header.py" />
      <source>{n} times “not duplicates”</source>
      <translation>{n}-mal „keine Duplikate“</translation>
    </message>
  </context>
  <context>
    <name>GroupsPane</name>
    <message>
      <location filename="../../tagger/gui/duplicates/groups_pane.py" />
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/groups_pane.py" />
      <source>Keep this one</source>
      <translation>Dieses behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/groups_pane.py" />
      <source>Not duplicates</source>
      <translation>Keine Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/groups_pane.py" />
      <source>To go, or stays</source>
      <translation>Weg oder bleibt</translation>
    </message>
  </context>
  <context>
    <name>Header</name>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>Leave {place}</source>
      <translation>{place} verlassen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>Remove “{term}” from the search</source>
      <translation>„{term}“ aus der Suche entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>Select all {all}</source>
      <translation>Alle {all} auswählen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>Sort</source>
      <translation>Sortieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>Thumbnail size</source>
      <translation>Größe der Miniaturen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>{n} selected of {all}</source>
      <translation>{n} von {all} ausgewählt</translation>
    </message>
  </context>
  <context>
    <name>Headings</name>
    <message>
      <location filename="../../tagger/gui/finding/sorting.py" />
      <source>1 star</source>
      <translation>1 Stern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/sorting.py" />
      <source>No date</source>
      <translation>Kein Datum</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/sorting.py" />
      <source>No stars</source>
      <translation>Keine Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/sorting.py" />
      <source>Nothing to decide</source>
      <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/sorting.py" />
      <source>Rejected photos</source>
      <translation>Abgelehnte Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/sorting.py" />
      <source>Surest suggestion .90 and above</source>
      <translation>Sicherster Vorschlag .90 und mehr</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/sorting.py" />
      <source>Surest suggestion .{low} to .{high}</source>
      <translation>Sicherster Vorschlag .{low} bis .{high}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/sorting.py" />
      <source>{n} stars</source>
      <translation>{n} Sterne</translation>
    </message>
  </context>
  <context>
    <name>HeldPane</name>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>1 file is held</source>
      <translation>1 Datei ist aufbewahrt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>All of them</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Back to the groups</source>
      <translation>Zurück zu den Gruppen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Cleaned up</source>
      <translation>Aufgeräumt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Cleaned up {n} days ago or earlier</source>
      <translation>Vor {n} Tagen oder früher aufgeräumt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Empty…</source>
      <translation>Leeren…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Files held by cleanups</source>
      <translation>Beim Aufräumen aufbewahrte Dateien</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>It was in</source>
      <translation>War in</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Keep them</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Move 1 file to the trash</source>
      <translation>1 Datei in den Papierkorb verschieben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Move {n} files to the trash</source>
      <translation>{n} Dateien in den Papierkorb verschieben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>None of them is that old.</source>
      <translation>Keine davon ist so alt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Nothing is held.</source>
      <translation>Nichts ist aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>These files go to the system's trash; then only that can bring them back.</source>
      <translation>Diese Dateien gehen in den Papierkorb des Systems; dann kann nur er sie zurückholen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Undo brings back what was cleaned up last, as long as it is here.</source>
      <translation>Rückgängig holt zurück, was zuletzt aufgeräumt wurde, solange es hier ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>Which of them</source>
      <translation>Welche davon</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/held_pane.py" />
      <source>{n} files are held</source>
      <translation>{n} Dateien sind aufbewahrt</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Done again: {what}</source>
      <translation>Wiederholt: {what}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Redo {what}</source>
      <translation>Wiederholen: {what}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>The settings say that no sidecar is written. Change that under Sidecars.</source>
      <translation>Laut Einstellungen wird kein Sidecar geschrieben. Das unter Sidecars ändern.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>There is nothing to undo.</source>
      <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Undo {what}</source>
      <translation>Rückgängig: {what}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Undone: {what}</source>
      <translation>Rückgängig gemacht: {what}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Write 1 sidecar</source>
      <translation>1 Sidecar schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Write sidecars</source>
      <translation>Sidecars schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Write sidecars (never, say the settings)</source>
      <translation>Sidecars schreiben (laut Einstellungen nie)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Write {n} sidecars</source>
      <translation>{n} Sidecars schreiben</translation>
    </message>
  </context>
  <context>
    <name>ImportBar</name>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>1 is there already.</source>
      <translation>1 ist schon da.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>1 line makes no sense and is left out.</source>
      <translation>1 Zeile ergibt keinen Sinn und wird ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>Add 1 entry</source>
      <translation>1 Eintrag hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>Add {n} entries</source>
      <translation>{n} Einträge hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>Import a keyword list</source>
      <translation>Stichwortliste importieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>Nothing is renamed or taken away, and no photo is touched.</source>
      <translation>Nichts wird umbenannt oder weggenommen, und kein Foto wird angerührt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>What would be added</source>
      <translation>Was hinzukäme</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>{n} are there already.</source>
      <translation>{n} sind schon da.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>{n} lines make no sense and are left out.</source>
      <translation>{n} Zeilen ergeben keinen Sinn und werden ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>“{name}” adds to your tags:</source>
      <translation>„{name}“ fügt den Stichwörtern hinzu:</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Counting…</source>
      <translation>Zählen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Facts</source>
      <translation>Fakten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Inspector</source>
      <translation>Inspektor</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>No suggestions on these photos</source>
      <translation>Keine Vorschläge zu diesen Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>No suggestions yet</source>
      <translation>Noch keine Vorschläge</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Nothing recognised with confidence</source>
      <translation>Nichts sicher genug erkannt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Nothing to recognise: the photo cannot be read</source>
      <translation>Nichts zu erkennen: Das Foto ist nicht lesbar</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Recognise again</source>
      <translation>Nochmals erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Recognise these photos</source>
      <translation>Diese Fotos erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Recognise this photo</source>
      <translation>Dieses Foto erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Recognising…</source>
      <translation>Wird erkannt…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Select a photo to see its suggestions</source>
      <translation>Ein Foto auswählen, um seine Vorschläge zu sehen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Tags</source>
      <translation>Stichwörter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>{number} photos selected</source>
      <translation>{number} Fotos ausgewählt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>{waiting} of {all} to decide</source>
      <translation>{waiting} von {all} zu entscheiden</translation>
    </message>
  </context>
  <context>
    <name>KeyDetail</name>
    <message>
      <location filename="../../tagger/gui/shortcuts/detail.py" />
      <source>Choose a command</source>
      <translation>Einen Befehl wählen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/detail.py" />
      <source>Leave it</source>
      <translation>Lassen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/detail.py" />
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/detail.py" />
      <source>Take it over</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/detail.py" />
      <source>Take {key} away</source>
      <translation>{key} wegnehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/detail.py" />
      <source>{key} belongs to {names}.</source>
      <translation>{key} gehört zu {names}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/detail.py" />
      <source>{key} belongs to “{title}” now.</source>
      <translation>{key} gehört jetzt zu „{title}“.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/detail.py" />
      <source>{key} cannot be used. {why}</source>
      <translation>{key} geht nicht. {why}</translation>
    </message>
  </context>
  <context>
    <name>KeyRecorder</name>
    <message>
      <location filename="../../tagger/gui/shortcuts/recorder.py" />
      <source>Press a key, or Esc</source>
      <translation>Eine Taste drücken, oder Esc</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/recorder.py" />
      <source>Record a key</source>
      <translation>Taste aufnehmen</translation>
    </message>
  </context>
  <context>
    <name>KeySheet</name>
    <message>
      <location filename="../../tagger/gui/key_sheet.py" />
      <source>Hide the boxes while held</source>
      <translation>Rahmen ausblenden, solange gehalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/key_sheet.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/key_sheet.py" />
      <source>No command is called that.</source>
      <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/key_sheet.py" />
      <source>Search commands and keys</source>
      <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/key_sheet.py" />
      <source>no key</source>
      <translation>keine Taste</translation>
    </message>
  </context>
  <context>
    <name>Keymap</name>
    <message>
      <location filename="../../tagger/gui/shortcuts/keymap.py" />
      <source>Keys: there is no command “{name}”.</source>
      <translation>Tasten: Es gibt keinen Befehl „{name}“.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/keymap.py" />
      <source>Keys: “{key}” cannot be a key of “{title}”. {why}</source>
      <translation>Tasten: „{key}“ kann keine Taste von „{title}“ sein. {why}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/keymap.py" />
      <source>Write it as in Ctrl+Shift+P.</source>
      <translation>Schreibweise wie in Ctrl+Shift+P.</translation>
    </message>
  </context>
  <context>
    <name>KeywordImport</name>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>Import a keyword list</source>
      <translation>Stichwortliste importieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>Keyword lists (*.txt)</source>
      <translation>Stichwortlisten (*.txt)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/exporting/keyword_import.py" />
      <source>“{name}” adds nothing: all its tags are there.</source>
      <translation>„{name}“ fügt nichts hinzu: Alle Stichwörter darin sind da.</translation>
    </message>
  </context>
  <context>
    <name>LabelField</name>
    <message>
      <location filename="../../tagger/gui/viewer/label_field.py" />
      <source>Known tags</source>
      <translation>Bekannte Stichwörter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/label_field.py" />
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/label_field.py" />
      <source>Label of the box</source>
      <translation>Label des Rahmens</translation>
    </message>
  </context>
  <context>
    <name>LabelHeader</name>
    <message>
      <location filename="../../tagger/gui/by_label/header.py" />
      <source>Accepting gives this tag</source>
      <translation>Annehmen gibt dieses Stichwort</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/header.py" />
      <source>Least certain first</source>
      <translation>Unsicherste zuerst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/header.py" />
      <source>Line at {at}</source>
      <translation>Linie bei {at}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/header.py" />
      <source>Line at {at} · you accepted {share} % of 1 decided before</source>
      <translation>Linie bei {at} · bisher {share} % von 1 angenommen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/header.py" />
      <source>Line at {at} · you accepted {share} % of {n} decided before</source>
      <translation>Linie bei {at} · bisher {share} % von {n} angenommen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/header.py" />
      <source>Only the photos shown</source>
      <translation>Nur die gezeigten Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/header.py" />
      <source>from {backends}</source>
      <translation>von {backends}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/header.py" />
      <source>{n} above</source>
      <translation>{n} oberhalb</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/header.py" />
      <source>{n} below</source>
      <translation>{n} unterhalb</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/header.py" />
      <source>{n} taken out</source>
      <translation>{n} herausgenommen</translation>
    </message>
  </context>
  <context>
    <name>LabelList</name>
    <message>
      <location filename="../../tagger/gui/tagging/labels.py" />
      <source>Accept all of it</source>
      <translation>Alles davon annehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/labels.py" />
      <source>Labels to review</source>
      <translation>Zu prüfende Labels</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/labels.py" />
      <source>Reject all of it</source>
      <translation>Alles davon ablehnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/labels.py" />
      <source>Suggestions by label</source>
      <translation>Vorschläge nach Label</translation>
    </message>
  </context>
  <context>
    <name>LabelModel</name>
    <message>
      <location filename="../../tagger/gui/by_label/labels.py" />
      <source>1 suggestion</source>
      <translation>1 Vorschlag</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/labels.py" />
      <source>{n} suggestions</source>
      <translation>{n} Vorschläge</translation>
    </message>
  </context>
  <context>
    <name>LabelPage</name>
    <message>
      <location filename="../../tagger/gui/by_label/page.py" />
      <source>Accept {n}</source>
      <translation>{n} annehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/page.py" />
      <source>Accept {n}, reject {out}</source>
      <translation>{n} annehmen, {out} ablehnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/page.py" />
      <source>And reject the {n} others</source>
      <translation>Und die {n} anderen ablehnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/page.py" />
      <source>Back to the photos</source>
      <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/page.py" />
      <source>By label</source>
      <translation>Nach Label</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/page.py" />
      <source>By tag</source>
      <translation>Nach Stichwort</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/page.py" />
      <source>Put together by</source>
      <translation>Zusammengefasst nach</translation>
    </message>
  </context>
  <context>
    <name>Legend</name>
    <message>
      <location filename="../../tagger/gui/viewer/legend.py" />
      <source>Labels by key</source>
      <translation>Labels nach Taste</translation>
    </message>
  </context>
  <context>
    <name>Libraries</name>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>Back up the library</source>
      <translation>Bibliothek sichern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>Backing up the library</source>
      <translation>Bibliothek wird gesichert</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>Libraries of Tagger (*.tagger)</source>
      <translation>Bibliotheken von Tagger (*.tagger)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>New library</source>
      <translation>Neue Bibliothek</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>Open a library</source>
      <translation>Bibliothek öffnen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>The library is backed up to {file}.</source>
      <translation>Die Bibliothek ist in {file} gesichert.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>This library is open already.</source>
      <translation>Diese Bibliothek ist schon offen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/libraries.py" />
      <source>{library} (not there)</source>
      <translation>{library} (nicht da)</translation>
    </message>
  </context>
  <context>
    <name>Locating</name>
    <message>
      <location filename="../../tagger/gui/identity/locating.py" />
      <source>Looking for {name}…</source>
      <translation>{name} wird gesucht…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/locating.py" />
      <source>Photos ({names})</source>
      <translation>Fotos ({names})</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/locating.py" />
      <source>Photos are being read. Wait until that is done, then locate the photo.</source>
      <translation>Fotos werden gerade gelesen. Das abwarten, dann das Foto suchen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/locating.py" />
      <source>Where is {name}?</source>
      <translation>Wo ist {name}?</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/locating.py" />
      <source>{name} is not there, and no other missing photo.</source>
      <translation>Dort ist {name} nicht, und auch kein anderes fehlendes Foto.</translation>
    </message>
  </context>
  <context>
    <name>MainBar</name>
    <message>
      <location filename="../../tagger/gui/main_bar.py" />
      <source>Main</source>
      <translation>Haupt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/main_bar.py" />
      <source>Recognise</source>
      <translation>Erkennen</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <location filename="../../tagger/gui/main_window.py" />
      <source>Clear the search</source>
      <translation>Suche leeren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/main_window.py" />
      <source>No photo here matches.</source>
      <translation>Hier passt kein Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/main_window.py" />
      <source>Reading the first photos…</source>
      <translation>Die ersten Fotos werden gelesen…</translation>
    </message>
  </context>
  <context>
    <name>Marking</name>
    <message>
      <location filename="../../tagger/gui/recognising/marking.py" />
      <source>{photos} may be sent again, if you say so.</source>
      <translation>{photos}: auf Befehl wieder sendbar.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/marking.py" />
      <source>{photos} stay marked by their folder or tag.</source>
      <translation>{photos}: weiterhin durch Ordner oder Stichwort gekennzeichnet.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/marking.py" />
      <source>{photos} will never be sent to any service.</source>
      <translation>{photos}: nie mehr an einen Dienst gesendet.</translation>
    </message>
  </context>
  <context>
    <name>MessageBar</name>
    <message>
      <location filename="../../tagger/gui/messages.py" />
      <source>Close this message</source>
      <translation>Diese Meldung schließen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/messages.py" />
      <source>Copy details</source>
      <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/messages.py" />
      <source>Message</source>
      <translation>Meldung</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/messages.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
  </context>
  <context>
    <name>Messages</name>
    <message>
      <location filename="../../tagger/gui/messages.py" />
      <source>Something went wrong inside Tagger. Your photos are untouched; what was saved is kept.</source>
      <translation>In Tagger ging etwas schief. Die Fotos sind unberührt; was gespeichert war, ist erhalten.</translation>
    </message>
  </context>
  <context>
    <name>NeverSent</name>
    <message>
      <location filename="../../tagger/gui/backends/marks.py" />
      <source>A photo that is gone</source>
      <translation>Ein Foto, das fort ist</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/marks.py" />
      <source>May be sent again</source>
      <translation>Darf wieder gesendet werden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/marks.py" />
      <source>Never sent to any service</source>
      <translation>Nie an einen Dienst gesendet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/marks.py" />
      <source>Nothing is marked. Mark photos in the Recognise menu, folders and tags by their own menus.</source>
      <translation>Nichts ist gekennzeichnet. Fotos werden im Menü „Erkennen“ gekennzeichnet, Ordner und Stichwörter in ihren eigenen Menüs.</translation>
    </message>
  </context>
  <context>
    <name>Noticing</name>
    <message>
      <location filename="../../tagger/gui/outside/noticing.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/noticing.py" />
      <source>{work}: done</source>
      <translation>{work}: fertig</translation>
    </message>
  </context>
  <context>
    <name>Offers</name>
    <message>
      <location filename="../../tagger/gui/finding/offers.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/offers.py" />
      <source>What can be searched for</source>
      <translation>Wonach gesucht werden kann</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/offers.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
  </context>
  <context>
    <name>Outside</name>
    <message>
      <location filename="../../tagger/gui/outside/outside.py" />
      <source>1 path copied.</source>
      <translation>1 Pfad kopiert.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/outside.py" />
      <source>1 photo copied.</source>
      <translation>1 Foto kopiert.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/outside.py" />
      <source>Select {n} or fewer.</source>
      <translation>{n} oder weniger auswählen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/outside.py" />
      <source>{n} paths copied.</source>
      <translation>{n} Pfade kopiert.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/outside.py" />
      <source>{n} photos are too many to open at once.</source>
      <translation>{n} Fotos sind zu viele, um sie auf einmal zu öffnen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/outside/outside.py" />
      <source>{n} photos copied.</source>
      <translation>{n} Fotos kopiert.</translation>
    </message>
  </context>
  <context>
    <name>Overseeing</name>
    <message>
      <location filename="../../tagger/gui/jobs/overseeing.py" />
      <source>1 entry was written to the file.</source>
      <translation>1 Eintrag wurde in die Datei geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/overseeing.py" />
      <source>Export what was sent</source>
      <translation>Gesendetes exportieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/overseeing.py" />
      <source>Failed: {reason}</source>
      <translation>Gescheitert: {reason}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/overseeing.py" />
      <source>Outcome unknown: {reason}</source>
      <translation>Ausgang unbekannt: {reason}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/overseeing.py" />
      <source>Table (*.csv)</source>
      <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/overseeing.py" />
      <source>{n} entries were written to the file.</source>
      <translation>{n} Einträge wurden in die Datei geschrieben.</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <location filename="../../tagger/gui/palette/panel.py" />
      <source>Command palette</source>
      <translation>Befehlspalette</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/palette/panel.py" />
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/palette/panel.py" />
      <source>Find a command, a setting or a place</source>
      <translation>Befehl, Einstellung oder Ort finden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/palette/panel.py" />
      <source>Nothing is called that.</source>
      <translation>Nichts heißt so.</translation>
    </message>
  </context>
  <context>
    <name>PaletteModel</name>
    <message>
      <location filename="../../tagger/gui/palette/model.py" />
      <source>not available now</source>
      <translation>jetzt nicht möglich</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/palette/model.py" />
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/palette/model.py" />
      <source>on</source>
      <translation>an</translation>
    </message>
  </context>
  <context>
    <name>Panels</name>
    <message>
      <location filename="../../tagger/gui/panels.py" />
      <source>Inspector</source>
      <translation>Inspektor</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/panels.py" />
      <source>Sources</source>
      <translation>Quellen</translation>
    </message>
  </context>
  <context>
    <name>PartedPane</name>
    <message>
      <location filename="../../tagger/gui/duplicates/parting.py" />
      <source>Back to the groups</source>
      <translation>Zurück zu den Gruppen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/parting.py" />
      <source>Is no duplicate of</source>
      <translation>Ist kein Duplikat von</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/parting.py" />
      <source>Let them be duplicates again</source>
      <translation>Wieder Duplikate sein lassen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/parting.py" />
      <source>No search groups these photos again. Taken back, copies find each other at once, and crops with the next search.</source>
      <translation>Keine Suche gruppiert diese Fotos wieder. Zurückgenommen finden Kopien sich sofort, Ausschnitte mit der nächsten Suche.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/parting.py" />
      <source>Nothing is remembered as no duplicates.</source>
      <translation>Nichts ist als keine Duplikate gemerkt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/parting.py" />
      <source>Photo</source>
      <translation>Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/parting.py" />
      <source>Remembered as no duplicates</source>
      <translation>Als keine Duplikate gemerkt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/parting.py" />
      <source>Said</source>
      <translation>Gesagt</translation>
    </message>
  </context>
  <context>
    <name>PhotoItem</name>
    <message>
      <location filename="../../tagger/gui/grid/access.py" />
      <source>Photo {number}</source>
      <translation>Foto {number}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/grid/access.py" />
      <source>{number} of {all}</source>
      <translation>{number} von {all}</translation>
    </message>
  </context>
  <context>
    <name>PhotoView</name>
    <message>
      <location filename="../../tagger/gui/viewer/photo_view.py" />
      <source>Photo</source>
      <translation>Foto</translation>
    </message>
  </context>
  <context>
    <name>PlanPane</name>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Back to the groups</source>
      <translation>Zurück zu den Gruppen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Every file stays; the grid shows one photo for each stack</source>
      <translation>Jede Datei bleibt; das Raster zeigt je Stapel ein Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>For your eye</source>
      <translation>Selbst prüfen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Found by</source>
      <translation>Gefunden durch</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Frees</source>
      <translation>Spart</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Kept instead</source>
      <translation>Behalten wird</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Move 1 photo out of the way</source>
      <translation>1 Foto aus dem Weg räumen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Move to a folder…</source>
      <translation>In einen Ordner verschieben…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Move {n} photos out of the way</source>
      <translation>{n} Fotos aus dem Weg räumen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Nothing is deleted: the files are held beside their folders, and Undo brings them back. What they know and the kept photos lack is given to those first.</source>
      <translation>Nichts wird gelöscht: Die Dateien werden neben ihren Ordnern aufbewahrt, und Rückgängig holt sie zurück. Was sie wissen und den behaltenen Fotos fehlt, bekommen diese zuvor.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Only stack them</source>
      <translation>Nur stapeln</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Only tag them</source>
      <translation>Nur verschlagworten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Parts of the plan</source>
      <translation>Teile des Plans</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Plan of the cleanup</source>
      <translation>Plan des Aufräumens</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Stay</source>
      <translation>Bleiben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>The plan is being made…</source>
      <translation>Der Plan entsteht…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>To go</source>
      <translation>Sollen weg</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>To go, or stays</source>
      <translation>Weg oder bleibt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/plan_pane.py" />
      <source>Why</source>
      <translation>Warum</translation>
    </message>
  </context>
  <context>
    <name>Planning</name>
    <message>
      <location filename="../../tagger/gui/by_label/plan.py" />
      <source>put back</source>
      <translation>zurückgelegt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/plan.py" />
      <source>taken out, will be rejected</source>
      <translation>herausgenommen, wird abgelehnt</translation>
    </message>
  </context>
  <context>
    <name>Preview</name>
    <message>
      <location filename="../../tagger/gui/sidecars/preview.py" />
      <source>Look again</source>
      <translation>Nochmals nachsehen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/preview.py" />
      <source>Sidecars that would change</source>
      <translation>Sidecars, die sich ändern würden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/preview.py" />
      <source>What would change</source>
      <translation>Was sich ändern würde</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/preview.py" />
      <source>Write sidecars</source>
      <translation>Sidecars schreiben</translation>
    </message>
  </context>
  <context>
    <name>PrivacyLine</name>
    <message>
      <location filename="../../tagger/gui/recognising/privacy.py" />
      <source>Photos are being sent to {names}</source>
      <translation>Fotos werden gesendet an {names}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/privacy.py" />
      <source>Photos are sent only when you say so, to {names}</source>
      <translation>Fotos werden nur auf Befehl gesendet, an {names}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/privacy.py" />
      <source>Photos stay on this machine</source>
      <translation>Fotos bleiben auf diesem Rechner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/privacy.py" />
      <source>Show the backends</source>
      <translation>Dienste zeigen</translation>
    </message>
  </context>
  <context>
    <name>Queue</name>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>1 answer of {name}.</source>
      <translation>1 Antwort von {name}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>1 call that waited for {name} was taken back; nothing more is sent.</source>
      <translation>1 Aufruf, der auf {name} wartete, wurde zurückgenommen; nichts weiter wird gesendet.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>1 failed.</source>
      <translation>1 ist gescheitert.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>Of 1 nobody knows whether it was answered; see Activity.</source>
      <translation>Bei 1 weiß niemand, ob es beantwortet wurde; siehe „Aktivität“.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>Of {n} nobody knows whether they were answered; see Activity.</source>
      <translation>Bei {n} weiß niemand, ob sie beantwortet wurden; siehe „Aktivität“.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>Recognising with {name}</source>
      <translation>Erkennen mit {name}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>Recognising with {name} on this machine</source>
      <translation>Erkennen mit {name} auf diesem Rechner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>{name} is paused: {reason}</source>
      <translation>{name} ist angehalten: {reason}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>{n} answers of {name}.</source>
      <translation>{n} Antworten von {name}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>{n} calls that waited for {name} were taken back; nothing more is sent.</source>
      <translation>{n} Aufrufe, die auf {name} warteten, wurden zurückgenommen; nichts weiter wird gesendet.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/queue.py" />
      <source>{n} failed.</source>
      <translation>{n} sind gescheitert.</translation>
    </message>
  </context>
  <context>
    <name>QuickChip</name>
    <message>
      <location filename="../../tagger/gui/tagging/quick.py" />
      <source>A click adds it</source>
      <translation>Ein Klick fügt es hinzu</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/quick.py" />
      <source>A click takes it off</source>
      <translation>Ein Klick nimmt es weg</translation>
    </message>
  </context>
  <context>
    <name>QuickTags</name>
    <message>
      <location filename="../../tagger/gui/tagging/quick.py" />
      <source>Pinned</source>
      <translation>Angeheftet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/quick.py" />
      <source>Recent</source>
      <translation>Zuletzt</translation>
    </message>
  </context>
  <context>
    <name>Reach</name>
    <message>
      <location filename="../../tagger/gui/tagging/reach.py" />
      <source>all {n}</source>
      <translation>alle {n}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/reach.py" />
      <source>not on this photo</source>
      <translation>nicht bei diesem Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/reach.py" />
      <source>on all {all} photos</source>
      <translation>bei allen {all} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/reach.py" />
      <source>on none of {all} photos</source>
      <translation>bei keinem von {all} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/reach.py" />
      <source>on this photo</source>
      <translation>bei diesem Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/reach.py" />
      <source>on {n} of {all} photos</source>
      <translation>bei {n} von {all} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/reach.py" />
      <source>{n} of {all}</source>
      <translation>{n} von {all}</translation>
    </message>
  </context>
  <context>
    <name>Recognising</name>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>Configure…</source>
      <translation>Einrichten…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>Left out</source>
      <translation>Weggelassen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>No backend is ticked. Tick those that are to recognise.</source>
      <translation>Kein Dienst ist angehakt. Die anhaken, die erkennen sollen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>Nothing is sent to {name}: what is left is marked never to be sent.</source>
      <translation>An {name} wird nichts gesendet: Was übrig ist, ist gekennzeichnet, nie gesendet zu werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>Nothing to send to {name}: these photos are done or waiting already.</source>
      <translation>Nichts an {name} zu senden: Diese Fotos sind fertig oder warten schon.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>Send {photos}</source>
      <translation>{photos} senden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>The backends are still being looked up.</source>
      <translation>Die Dienste werden noch nachgesehen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>With</source>
      <translation>Mit</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>on this machine</source>
      <translation>auf diesem Rechner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>sends photos away</source>
      <translation>verschickt Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/recognising.py" />
      <source>{photos}, marked never to be sent</source>
      <translation>{photos}, gekennzeichnet, nie gesendet zu werden</translation>
    </message>
  </context>
  <context>
    <name>Recovery</name>
    <message>
      <location filename="../../tagger/gui/libraries/recovery.py" />
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/recovery.py" />
      <source>Restore the backup</source>
      <translation>Sicherung zurückholen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/recovery.py" />
      <source>Tagger: the library is damaged</source>
      <translation>Tagger: Die Bibliothek ist beschädigt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/recovery.py" />
      <source>There is a backup of {time}. The damaged file is kept beside it. Your photos and sidecars are unharmed; what changed since comes back from them when the folders are looked through again.</source>
      <translation>Es gibt eine Sicherung von {time}. Die beschädigte Datei bleibt daneben erhalten. Fotos und Sidecars sind unversehrt; was sich seither änderte, kommt aus ihnen zurück, wenn die Ordner nochmals durchgesehen werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/libraries/recovery.py" />
      <source>There is no automatic backup of it. Your photos and sidecars are unharmed.</source>
      <translation>Es gibt keine selbsttätige Sicherung von ihr. Fotos und Sidecars sind unversehrt.</translation>
    </message>
  </context>
  <context>
    <name>RemoveBar</name>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Adding the folder again brings back tags, suggestions, decisions and stars as they are now.</source>
      <translation>Wird der Ordner wieder hinzugefügt, kommen Stichwörter, Vorschläge, Entscheidungen und Sterne zurück, wie sie jetzt sind.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Folder to remove</source>
      <translation>Zu entfernender Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Keep their tags and decisions for when the folder is added again</source>
      <translation>Stichwörter und Entscheidungen aufheben, falls der Ordner wieder hinzugefügt wird</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Remove 1 photo</source>
      <translation>1 Foto entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Remove a folder from the library</source>
      <translation>Ordner aus der Bibliothek entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Remove {n} photos</source>
      <translation>{n} Fotos entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Remove “{name}” and its photo from the library? The file stays where it is.</source>
      <translation>„{name}“ und sein Foto aus der Bibliothek entfernen? Die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Remove “{name}” and its {n} photos from the library? The files stay where they are.</source>
      <translation>„{name}“ und seine {n} Fotos aus der Bibliothek entfernen? Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Tags, suggestions and decisions of these photos are forgotten, except for what is in the files and their sidecars. Undo can still bring them back.</source>
      <translation>Stichwörter, Vorschläge und Entscheidungen dieser Fotos werden vergessen, außer was in den Dateien und ihren Sidecars steht. Rückgängig kann sie noch zurückholen.</translation>
    </message>
  </context>
  <context>
    <name>Removing</name>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Photos are being read. Wait until that is done, or cancel it, then remove the folder.</source>
      <translation>Gerade werden Fotos gelesen. Das Ende abwarten oder abbrechen, dann den Ordner entfernen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Remove from the library…</source>
      <translation>Aus der Bibliothek entfernen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Removing a folder</source>
      <translation>Ordner entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>Show in the file manager</source>
      <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>There is no folder in this library.</source>
      <translation>In dieser Bibliothek ist kein Ordner.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>“{name}” and its photo were removed from the library. Undo brings them back.</source>
      <translation>„{name}“ und sein Foto wurden aus der Bibliothek entfernt. Rückgängig holt sie zurück.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/removing.py" />
      <source>“{name}” and its {n} photos were removed from the library. Undo brings them back.</source>
      <translation>„{name}“ und seine {n} Fotos wurden aus der Bibliothek entfernt. Rückgängig holt sie zurück.</translation>
    </message>
  </context>
  <context>
    <name>Reviewing</name>
    <message>
      <location filename="../../tagger/gui/review/reviewing.py" />
      <source>Nothing is left to decide here.</source>
      <translation>Hier ist nichts mehr zu entscheiden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/reviewing.py" />
      <source>Select a single photo to decide on its suggestions.</source>
      <translation>Ein einzelnes Foto auswählen, um über seine Vorschläge zu entscheiden.</translation>
    </message>
  </context>
  <context>
    <name>RulesPanel</name>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>Earlier</source>
      <translation>Nach vorn</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>Later</source>
      <translation>Nach hinten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>One rule at least has to decide.</source>
      <translation>Wenigstens eine Regel muss entscheiden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>Path like a pattern</source>
      <translation>Pfad nach einem Muster</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>Preferred folders</source>
      <translation>Bevorzugte Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>Reference folders</source>
      <translation>Referenzordner</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>Rules for what to keep</source>
      <translation>Regeln, was bleibt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>Rules, the most important first</source>
      <translation>Regeln, die wichtigste zuerst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>The first rule that tells two photos apart decides. Drag a rule, or move it with Alt and the arrows.</source>
      <translation>Die erste Regel, die zwei Fotos unterscheidet, entscheidet. Eine Regel ziehen, oder mit Alt und den Pfeilen verschieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>The most preferred first.</source>
      <translation>Der liebste zuerst.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>Their photos are kept, and nothing is ever taken from them.</source>
      <translation>Ihre Fotos werden behalten, und nie wird etwas aus ihnen weggenommen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>What the path of a preferred photo is like.</source>
      <translation>Wie der Pfad eines bevorzugten Fotos aussieht.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/rules_panel.py" />
      <source>What to keep</source>
      <translation>Was bleibt</translation>
    </message>
  </context>
  <context>
    <name>Ruling</name>
    <message>
      <location filename="../../tagger/gui/duplicates/ruling.py" />
      <source>1 group has another keeper now.</source>
      <translation>1 Gruppe behält jetzt ein anderes Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/ruling.py" />
      <source>All keepers stay the same.</source>
      <translation>Jede Gruppe behält dasselbe Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/ruling.py" />
      <source>{n} groups have another keeper now.</source>
      <translation>{n} Gruppen behalten jetzt ein anderes Foto.</translation>
    </message>
  </context>
  <context>
    <name>SameFilesView</name>
    <message>
      <location filename="../../tagger/gui/identity/same_files.py" />
      <source>Files of this photo</source>
      <translation>Dateien dieses Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/same_files.py" />
      <source>Files of this shot</source>
      <translation>Dateien dieser Aufnahme</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/same_files.py" />
      <source>Go to {name}</source>
      <translation>Zu {name}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/same_files.py" />
      <source>Same picture as</source>
      <translation>Dasselbe Bild wie</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/same_files.py" />
      <source>{name} (shown)</source>
      <translation>{name} (gezeigt)</translation>
    </message>
  </context>
  <context>
    <name>Saving</name>
    <message>
      <location filename="../../tagger/gui/finding/saving.py" />
      <source>Deleted the search “{title}”. Edit ▸ Searches brings it back.</source>
      <translation>Suche „{title}“ gelöscht. Bearbeiten ▸ Gespeicherte Suchen holt sie zurück.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/saving.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/saving.py" />
      <source>Rename the search</source>
      <translation>Suche umbenennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/saving.py" />
      <source>Save this search</source>
      <translation>Diese Suche speichern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/saving.py" />
      <source>Saved the search “{title}”.</source>
      <translation>Suche „{title}“ gespeichert.</translation>
    </message>
  </context>
  <context>
    <name>SearchField</name>
    <message>
      <location filename="../../tagger/gui/finding/field.py" />
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/field.py" />
      <source>Search names, tags and labels</source>
      <translation>Namen, Stichwörter und Labels suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/field.py" />
      <source>Searched before</source>
      <translation>Bisher gesucht</translation>
    </message>
  </context>
  <context>
    <name>Searching</name>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>1 group of duplicates found.</source>
      <translation>1 Gruppe von Duplikaten gefunden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>Add a folder…</source>
      <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>Find again</source>
      <translation>Nochmals suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>Find duplicates</source>
      <translation>Duplikate suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>Find near-duplicates</source>
      <translation>Beinahe-Duplikate suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>Finding duplicates</source>
      <translation>Duplikate suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>It was stopped. What was computed until then is kept, so it goes on from there.</source>
      <translation>Sie wurde angehalten. Was bis dahin berechnet wurde, bleibt, sodass es von dort weitergeht.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>List all groups</source>
      <translation>Alle Gruppen auflisten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>Look again</source>
      <translation>Nochmals suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>Looking for duplicates…</source>
      <translation>Suche nach Duplikaten…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>No duplicates</source>
      <translation>Keine Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>No duplicates were found.</source>
      <translation>Es wurden keine Duplikate gefunden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>No photo of the library looks like another one.</source>
      <translation>Kein Foto der Bibliothek sieht aus wie ein anderes.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>None of the groups is of this kind and certainty.</source>
      <translation>Keine der Gruppen ist von dieser Art und Sicherheit.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>Nothing to list</source>
      <translation>Nichts aufzulisten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>Photos are compared by what they show: copies, smaller and edited versions, turned and mirrored ones, and crops. Nothing is changed by looking; what goes is decided by you.</source>
      <translation>Fotos werden nach dem verglichen, was sie zeigen: Kopien, kleinere und bearbeitete Fassungen, gedrehte und gespiegelte, und Ausschnitte. Das Suchen ändert nichts; was weg soll, entscheidet niemand sonst.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>The first groups come as soon as the hashes are compared.</source>
      <translation>Die ersten Gruppen kommen, sobald die Hashes verglichen sind.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>The library is empty</source>
      <translation>Die Bibliothek ist leer</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>The search turned early</source>
      <translation>Die Suche brach vorzeitig ab</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>There are no photos to compare yet. Add a folder with some first.</source>
      <translation>Noch gibt es keine Fotos zu vergleichen. Zuerst einen Ordner mit Fotos hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>Try again</source>
      <translation>Nochmals versuchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/duplicates/searching.py" />
      <source>{n} groups of duplicates found.</source>
      <translation>{n} Gruppen von Duplikaten gefunden.</translation>
    </message>
  </context>
  <context>
    <name>SendBar</name>
    <message>
      <location filename="../../tagger/gui/recognising/asking.py" />
      <source>Before photos are sent</source>
      <translation>Bevor Fotos gesendet werden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/asking.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
  </context>
  <context>
    <name>Sending</name>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>Budget</source>
      <translation>Budget</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>Files of {size}; smaller pictures without any metadata are sent</source>
      <translation>Dateien von {size}; gesendet werden kleinere Bilder ohne jede Metadaten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>Paid calls</source>
      <translation>Bezahlte Aufrufe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>Price</source>
      <translation>Preis</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>Quota</source>
      <translation>Kontingent</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>The budget is not enough for all of them; it stops when the budget is used up.</source>
      <translation>Das Budget reicht nicht für alle; ist es aufgebraucht, wird angehalten.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>The calls left there are not enough for all of them; it stops when they are used up.</source>
      <translation>Die übrigen Aufrufe reichen nicht für alle; sind sie aufgebraucht, wird angehalten.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>no budget is set</source>
      <translation>kein Budget gesetzt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>no price is set for this backend</source>
      <translation>kein Preis für diesen Dienst gesetzt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>{money} left</source>
      <translation>noch {money}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>{n} calls were left there</source>
      <translation>dort waren noch {n} Aufrufe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/sentences.py" />
      <source>{photos} would be sent to {where} by {backend}.</source>
      <translation>{backend} würde {photos} an {where} senden.</translation>
    </message>
  </context>
  <context>
    <name>SentLog</name>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>1 entry</source>
      <translation>1 Eintrag</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>Answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>Backend</source>
      <translation>Dienst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>Export as CSV…</source>
      <translation>Als CSV exportieren…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>For</source>
      <translation>Für</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>Photo</source>
      <translation>Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>Search by backend, photo or answer</source>
      <translation>Nach Dienst, Foto oder Antwort suchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>What was sent</source>
      <translation>Gesendetes</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>answered</source>
      <translation>beantwortet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>failed</source>
      <translation>gescheitert</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>not sent</source>
      <translation>nicht gesendet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>refused</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>sending</source>
      <translation>wird gesendet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>stopped</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>turned away</source>
      <translation>abgewiesen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>uploaded before</source>
      <translation>früher hochgeladen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>{n} entries</source>
      <translation>{n} Einträge</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>{path}
sent as {name}</source>
      <translation>{path}
gesendet als {name}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/sent.py" />
      <source>{status}, on this machine</source>
      <translation>{status}, auf diesem Rechner</translation>
    </message>
  </context>
  <context>
    <name>ServiceFacts</name>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>As sent</source>
      <translation>Wie gesendet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>Facts of services</source>
      <translation>Fakten der Dienste</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>Foreground</source>
      <translation>Vordergrund</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>Its hash</source>
      <translation>Sein Hash</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>Marked never to be sent</source>
      <translation>Gekennzeichnet, nie gesendet zu werden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>Moderation</source>
      <translation>Jugendschutz</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>Our hash</source>
      <translation>Unser Hash</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>Picture by {backend}</source>
      <translation>Bild von {backend}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>Reference</source>
      <translation>Referenz</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>Sending</source>
      <translation>Senden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>Viruses</source>
      <translation>Viren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/service_facts.py" />
      <source>{hash}, of this machine; the two are not comparable</source>
      <translation>{hash}, von diesem Rechner; beide sind nicht vergleichbar</translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <location filename="../../tagger/gui/session.py" />
      <source>Done: {what}</source>
      <translation>Erledigt: {what}</translation>
    </message>
  </context>
  <context>
    <name>SettingRow</name>
    <message>
      <location filename="../../tagger/gui/settings/rows.py" />
      <source>Changed. Back to: {value}</source>
      <translation>Geändert. Zurück zu: {value}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/rows.py" />
      <source>Reset {title} to {value}</source>
      <translation>{title} auf {value} zurücksetzen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/rows.py" />
      <source>Takes effect at the next start.</source>
      <translation>Gilt ab dem nächsten Start.</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>A command of the File menu writes tags into JPEG, PNG, TIFF and DNG files; it asks each time.</source>
      <translation>Ein Befehl im Menü „Datei“ schreibt Stichwörter in JPEG-, PNG-, TIFF- und DNG-Dateien; er fragt jedes Mal.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>After so many days what was cleaned up goes to the system's trash.</source>
      <translation>Nach so vielen Tagen kommt Weggeräumtes in den Papierkorb des Systems.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Allow writing into the photos themselves</source>
      <translation>Schreiben in die Fotos selbst erlauben</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Any</source>
      <translation>Beliebig</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>As Capture One does</source>
      <translation>Wie Capture One</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>As Lightroom does</source>
      <translation>Wie Lightroom</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>As darktable does</source>
      <translation>Wie darktable</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>As digiKam does</source>
      <translation>Wie digiKam</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>As it suits</source>
      <translation>Passend</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>At once</source>
      <translation>Sofort</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Back the library up</source>
      <translation>Bibliothek sichern</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Backups kept</source>
      <translation>Aufbewahrte Sicherungen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Backups lie beside the library; tagger check --repair restores the last one.</source>
      <translation>Sicherungen liegen neben der Bibliothek; tagger check --repair holt die letzte zurück.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Black or white grounds, no dim text, and strong lines; by itself where the system asks for high contrast.</source>
      <translation>Schwarzer oder weißer Grund, kein blasser Text und kräftige Linien; von selbst, wo das System hohen Kontrast verlangt.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Boxes left out</source>
      <translation>Weggelassene Rahmen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>By day</source>
      <translation>Nach Tag</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>By month</source>
      <translation>Nach Monat</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>By year</source>
      <translation>Nach Jahr</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Colours of the window.</source>
      <translation>Farben des Fensters.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Crops</source>
      <translation>Ausschnitte</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Date added</source>
      <translation>Hinzugefügt am</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Date taken</source>
      <translation>Aufgenommen am</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Deutsch</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Difference allowed</source>
      <translation>Erlaubter Unterschied</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Duplicates</source>
      <translation>Duplikate</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Empty after</source>
      <translation>Leeren nach</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Every day</source>
      <translation>Täglich</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Every week</source>
      <translation>Wöchentlich</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>External editor</source>
      <translation>Externer Editor</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Filmstrip</source>
      <translation>Filmstreifen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Find copies that are turned or mirrored, too.</source>
      <translation>Auch Kopien finden, die gedreht oder gespiegelt sind.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Find photos that are a part of another one. This takes longest: each photo is looked at once.</source>
      <translation>Fotos finden, die ein Teil eines anderen sind. Das dauert am längsten: Jedes Foto wird einmal angesehen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Folders of other computers cannot be followed; they are looked through again and again while they are connected.</source>
      <translation>Ordnern anderer Rechner kann nicht gefolgt werden; sie werden immer wieder durchgesehen, solange sie angeschlossen sind.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Follow the folders</source>
      <translation>Den Ordnern folgen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>For most programs</source>
      <translation>Für die meisten Programme</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>GB</source>
      <translation>GB</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Go on by itself</source>
      <translation>Von selbst weitergehen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Go on with the last library</source>
      <translation>Mit der letzten Bibliothek fortfahren</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Go to the next suggestion after a decision.</source>
      <translation>Nach einer Entscheidung zum nächsten Vorschlag gehen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Grey around the photo.</source>
      <translation>Grau um das Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Headings</source>
      <translation>Überschriften</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Headings between the photos; those of time can be years, months or days.</source>
      <translation>Überschriften zwischen den Fotos; die der Zeit können Jahre, Monate oder Tage sein.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>High</source>
      <translation>Hoch</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>How often, in the background; nothing is copied where nothing changed.</source>
      <translation>Wie oft, im Hintergrund; wo sich nichts änderte, wird nichts kopiert.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>In front of a shot</source>
      <translation>Vorn bei einer Aufnahme</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>In how many of the 64 bits of their hashes two photos may differ to be near-duplicates.</source>
      <translation>In wie vielen der 64 Bits ihrer Hashes sich zwei Fotos unterscheiden dürfen, um Beinahe-Duplikate zu sein.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Keep the date of files written into</source>
      <translation>Datum beschriebener Dateien behalten</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Language of the window, from its next start on.</source>
      <translation>Sprache des Fensters, ab seinem nächsten Start.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Library</source>
      <translation>Bibliothek</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Look into network folders every</source>
      <translation>Netzwerkordner durchsehen alle</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Mid</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>More are not always faster; each takes memory.</source>
      <translation>Mehr ist nicht immer schneller; jedes braucht Speicher.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Name new sidecars</source>
      <translation>Neue Sidecars benennen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Names of backends whose boxes are not drawn over the photo, with spaces between them.</source>
      <translation>Namen der Dienste, deren Rahmen nicht über das Foto gezeichnet werden, mit Leerzeichen dazwischen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Names of the backends that recognise when you ask, with spaces between them; - for none of them.</source>
      <translation>Namen der Dienste, die auf Wunsch erkennen, mit Leerzeichen dazwischen; - für keinen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Nothing is ever taken from these.</source>
      <translation>Aus diesen wird nie etwas weggenommen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>One on each core</source>
      <translation>Eines je Kern</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Only when you say so</source>
      <translation>Nur auf Wunsch</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Open the library that was open last, rather than the standard one, when the program starts.</source>
      <translation>Beim Start des Programms die zuletzt offene Bibliothek öffnen statt der üblichen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Other programs</source>
      <translation>Andere Programme</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Other programs, and backups, may then not notice that they changed.</source>
      <translation>Andere Programme und Sicherungen merken dann vielleicht nicht, dass sie sich änderten.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Photo view</source>
      <translation>Fotoansicht</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Photos of one shot</source>
      <translation>Fotos einer Aufnahme</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Photos read at once</source>
      <translation>Zugleich gelesene Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Photos that come, go or change in folders of this computer appear by themselves.</source>
      <translation>Fotos, die in Ordnern dieses Rechners dazukommen, verschwinden oder sich ändern, erscheinen von selbst.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Preferred folders</source>
      <translation>Bevorzugte Ordner</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Preferred path</source>
      <translation>Bevorzugter Pfad</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Program that opens photos, with its arguments if it needs some.</source>
      <translation>Programm, das Fotos öffnet, mit seinen Argumenten, falls es welche braucht.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>RAW and JPEG as one</source>
      <translation>RAW und JPEG als eines</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Reading photos</source>
      <translation>Fotos einlesen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Recognise new photos</source>
      <translation>Neue Fotos erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Recognise new photos on this computer by itself; nothing is sent away for it.</source>
      <translation>Neue Fotos von selbst auf diesem Rechner erkennen; dafür wird nichts verschickt.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Recognise with</source>
      <translation>Erkennen mit</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Recognition</source>
      <translation>Erkennung</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Reference folders</source>
      <translation>Referenzordner</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Review</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Room for thumbnails</source>
      <translation>Platz für Miniaturen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Show a message of the desktop when long work ends while another window is in front.</source>
      <translation>Eine Meldung des Systems zeigen, wenn lange Arbeit endet, während ein anderes Fenster vorn ist.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Show common objects</source>
      <translation>Alltägliche Gegenstände zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Show how many photos each month has, above the photos.</source>
      <translation>Über den Fotos zeigen, wie viele Fotos jeder Monat hat.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Show suggestions that are noise to most users.</source>
      <translation>Vorschläge zeigen, die für die meisten belanglos sind.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Show the files of one shot as one photo; G opens it.</source>
      <translation>Die Dateien einer Aufnahme als ein Foto zeigen; G öffnet sie.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Show the photos of the list in a line under the photo.</source>
      <translation>Die Fotos der Liste in einer Reihe unter dem Foto zeigen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Show what would be written first</source>
      <translation>Zuerst zeigen, was geschrieben würde</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Side of a thumbnail.</source>
      <translation>Seitenlänge einer Miniatur.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Sidecars</source>
      <translation>Sidecars</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Some programs show only face regions, and would take each thing for a person.</source>
      <translation>Manche Programme zeigen nur Gesichtsbereiche und hielten jedes Ding für eine Person.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Sorted by</source>
      <translation>Sortiert nach</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Sorted the other way round</source>
      <translation>Umgekehrt sortiert</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Stars</source>
      <translation>Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Surest suggestion</source>
      <translation>Sicherster Vorschlag</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Surround of the photo</source>
      <translation>Umgebung des Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Tell when long work ends</source>
      <translation>Melden, wenn lange Arbeit endet</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>The JPEG</source>
      <translation>Das JPEG</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>The RAW</source>
      <translation>Das RAW</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>The first rule that tells two photos apart decides. Drag a rule, or move it with Alt and the arrows.</source>
      <translation>Die erste Regel, die zwei Fotos unterscheidet, entscheidet. Eine Regel ziehen oder mit Alt und den Pfeilen verschieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>The latest, or the most, first.</source>
      <translation>Das Neueste oder das meiste zuerst.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>The most preferred first.</source>
      <translation>Der am meisten bevorzugte zuerst.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>The oldest goes when there are more.</source>
      <translation>Die älteste geht, wenn es mehr werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>The program of the desktop</source>
      <translation>Das Programm des Desktops</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Theme</source>
      <translation>Farbschema</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Those that send nothing away</source>
      <translation>Die nichts verschicken</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Those you looked at longest ago make room for others, and are made again when you look at the photo.</source>
      <translation>Die am längsten nicht angesehenen machen anderen Platz und entstehen neu, wenn das Foto angesehen wird.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Thumbnails</source>
      <translation>Miniaturen</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Timeline</source>
      <translation>Zeitleiste</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Turned copies</source>
      <translation>Gedrehte Kopien</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>What the path of a preferred photo is like, as */Masters/*.</source>
      <translation>Wie der Pfad eines bevorzugten Fotos aussieht, etwa */Originale/*.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>What the photos are sorted by.</source>
      <translation>Wonach die Fotos sortiert sind.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>When asked</source>
      <translation>Auf Befehl</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>When sidecars take over what you decided; at once means within seconds, in the background.</source>
      <translation>Wann Sidecars übernehmen, was entschieden wurde; sofort heißt innerhalb von Sekunden, im Hintergrund.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Which backend suggested an accepted tag, how sure it was, and when, in fields that other programs ignore.</source>
      <translation>Welcher Dienst ein angenommenes Stichwort vorschlug, wie sicher er war, und wann, in Feldern, die andere Programme nicht beachten.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Which of its files stands for a shot.</source>
      <translation>Welche ihrer Dateien für eine Aufnahme steht.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>White</source>
      <translation>Weiß</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Whose habit names a sidecar where a photo has none. Those that exist are updated, whatever their names.</source>
      <translation>Nach wessen Gewohnheit ein Sidecar heißt, wo ein Foto keines hat. Vorhandene werden aktualisiert, wie sie auch heißen.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Write boxes of things as face regions too</source>
      <translation>Rahmen von Dingen auch als Gesichtsbereiche</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Write sidecars</source>
      <translation>Sidecars schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Write where tags came from</source>
      <translation>Herkunft der Stichwörter schreiben</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Writing sidecars when asked first shows what would change; asking again there writes it.</source>
      <translation>Sidecars zu schreiben zeigt zuerst, was sich ändern würde; von dort aus wird es geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>bits</source>
      <translation>Bits</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>min</source>
      <translation>min</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/editors.py" />
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/editors.py" />
      <source>on</source>
      <translation>an</translation>
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>px</source>
      <translation>px</translation>
    </message>
  </context>
  <context>
    <name>SettingsEditing</name>
    <message>
      <location filename="../../tagger/gui/settings/editing.py" />
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/editing.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <location filename="../../tagger/gui/settings/page.py" />
      <source>Close the settings</source>
      <translation>Einstellungen schließen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/page.py" />
      <source>Close the settings (Esc)</source>
      <translation>Einstellungen schließen (Esc)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/page.py" />
      <source>No setting is called that.</source>
      <translation>Keine Einstellung heißt so.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/page.py" />
      <source>Search the settings</source>
      <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/page.py" />
      <source>Sections</source>
      <translation>Abschnitte</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/page.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/settings/page.py" />
      <source>The settings file has parts that mean nothing: {path}</source>
      <translation>Die Einstellungsdatei enthält Teile, die nichts bedeuten: {path}</translation>
    </message>
  </context>
  <context>
    <name>Several</name>
    <message>
      <location filename="../../tagger/gui/tagging/several.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/several.py" />
      <source>Accepted {n} × {label} on {photos}.</source>
      <translation>{n} × {label} bei {photos} angenommen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/several.py" />
      <source>Choose a label in the inspector to decide on it.</source>
      <translation>Im Inspektor ein Label wählen, um darüber zu entscheiden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/several.py" />
      <source>Deferred {n} × {label} on {photos}.</source>
      <translation>{n} × {label} bei {photos} zurückgestellt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/several.py" />
      <source>Nothing is open under {label} here. “Back to undecided” opens what was decided.</source>
      <translation>Unter {label} ist hier nichts offen. „Wieder offen“ öffnet, was entschieden war.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/several.py" />
      <source>Rejected {n} × {label} on {photos}.</source>
      <translation>{n} × {label} bei {photos} abgelehnt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/several.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/several.py" />
      <source>{n} × {label} on {photos} to be decided again.</source>
      <translation>{n} × {label} bei {photos} wieder zu entscheiden.</translation>
    </message>
  </context>
  <context>
    <name>ShortcutEditor</name>
    <message>
      <location filename="../../tagger/gui/shortcuts/editor.py" />
      <source>Commands and their keys</source>
      <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/editor.py" />
      <source>Export keys</source>
      <translation>Tasten exportieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/editor.py" />
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/editor.py" />
      <source>Import keys</source>
      <translation>Tasten importieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/editor.py" />
      <source>Import…</source>
      <translation>Importieren…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/editor.py" />
      <source>Keys (*.toml)</source>
      <translation>Tasten (*.toml)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/editor.py" />
      <source>Reset all keys</source>
      <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/editor.py" />
      <source>Search by name or key</source>
      <translation>Nach Name oder Taste suchen</translation>
    </message>
  </context>
  <context>
    <name>ShortcutModel</name>
    <message>
      <location filename="../../tagger/gui/shortcuts/model.py" />
      <source>({key} is taken)</source>
      <translation>({key} ist vergeben)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/model.py" />
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/model.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/model.py" />
      <source>Menu</source>
      <translation>Menü</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/model.py" />
      <source>no key</source>
      <translation>keine Taste</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/model.py" />
      <source>{keys}, changed</source>
      <translation>{keys}, geändert</translation>
    </message>
  </context>
  <context>
    <name>Shortcuts</name>
    <message>
      <location filename="../../tagger/gui/shortcuts/spelling.py" />
      <source>Fields and lists need {key} for themselves.</source>
      <translation>Felder und Listen brauchen {key} selbst.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/spelling.py" />
      <source>H hides the boxes while it is held.</source>
      <translation>H blendet die Rahmen aus, solange es gehalten wird.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/shortcuts/spelling.py" />
      <source>Tab moves the focus.</source>
      <translation>Tab bewegt den Fokus.</translation>
    </message>
  </context>
  <context>
    <name>Shots</name>
    <message>
      <location filename="../../tagger/gui/identity/shots.py" />
      <source>RAW and JPEG of one shot stay together; the settings say whether they are shown as one.</source>
      <translation>RAW und JPEG einer Aufnahme bleiben zusammen; ob sie als eines gezeigt werden, sagen die Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/identity/shots.py" />
      <source>This file is not in the list that is shown.</source>
      <translation>Diese Datei ist nicht in der gezeigten Liste.</translation>
    </message>
  </context>
  <context>
    <name>Side</name>
    <message>
      <location filename="../../tagger/gui/compare/side.py" />
      <source>{side}, chosen: keys are about this photo</source>
      <translation>{side}, gewählt: Tasten gelten für dieses Foto</translation>
    </message>
  </context>
  <context>
    <name>SidecarPage</name>
    <message>
      <location filename="../../tagger/gui/sidecars/page.py" />
      <source>Close the sidecars</source>
      <translation>Sidecars schließen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/page.py" />
      <source>Close the sidecars (Esc)</source>
      <translation>Sidecars schließen (Esc)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/page.py" />
      <source>Conflicts ({n})</source>
      <translation>Konflikte ({n})</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/page.py" />
      <source>Failures ({n})</source>
      <translation>Fehlschläge ({n})</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/page.py" />
      <source>Sidecars</source>
      <translation>Sidecars</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/page.py" />
      <source>Would be written</source>
      <translation>Würde geschrieben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/page.py" />
      <source>Would be written ({n})</source>
      <translation>Zu schreiben ({n})</translation>
    </message>
  </context>
  <context>
    <name>Sidecars</name>
    <message>
      <location filename="../../tagger/gui/sidecars/telling.py" />
      <source>+ {name} (new)</source>
      <translation>+ {name} (neu)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/overseeing.py" />
      <source>1 cannot be written.</source>
      <translation>1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/overseeing.py" />
      <source>1 conflict is settled.</source>
      <translation>1 Konflikt ist gelöst.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/overseeing.py" />
      <source>1 sidecar would change. Nothing has been written yet.</source>
      <translation>1 Sidecar würde sich ändern. Noch ist nichts geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/telling.py" />
      <source>Box</source>
      <translation>Rahmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/telling.py" />
      <source>Caption</source>
      <translation>Bildunterschrift</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/telling.py" />
      <source>Colour label</source>
      <translation>Farbmarkierung</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/telling.py" />
      <source>Left as it is</source>
      <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/overseeing.py" />
      <source>Looking what would be written</source>
      <translation>Sehe nach, was geschrieben würde</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/overseeing.py" />
      <source>Names of new sidecars: {habit}</source>
      <translation>Namen neuer Sidecars: {habit}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/overseeing.py" />
      <source>Nothing is to be written: the sidecars say what the library says.</source>
      <translation>Nichts ist zu schreiben: Die Sidecars sagen, was die Bibliothek sagt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/telling.py" />
      <source>Stars</source>
      <translation>Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/telling.py" />
      <source>Tag {tag}</source>
      <translation>Stichwort {tag}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/telling.py" />
      <source>Taken over from the photo</source>
      <translation>Vom Foto übernommen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/overseeing.py" />
      <source>The settings say that no sidecar is written.</source>
      <translation>Laut Einstellungen wird kein Sidecar geschrieben.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/telling.py" />
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/overseeing.py" />
      <source>{n} cannot be written.</source>
      <translation>{n} können nicht geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/overseeing.py" />
      <source>{n} conflicts are settled.</source>
      <translation>{n} Konflikte sind gelöst.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sidecars/overseeing.py" />
      <source>{n} sidecars would change. Nothing has been written yet.</source>
      <translation>{n} Sidecars würden sich ändern. Noch ist nichts geschrieben.</translation>
    </message>
  </context>
  <context>
    <name>SourcesModel</name>
    <message>
      <location filename="../../tagger/gui/sources/model.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/model.py" />
      <source>{folder} – its drive is not connected</source>
      <translation>{folder} – sein Laufwerk ist nicht angeschlossen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/model.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/model.py" />
      <source>{place}, never sent</source>
      <translation>{place}, nie gesendet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/model.py" />
      <source>{place}, not connected</source>
      <translation>{place}, nicht angeschlossen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/model.py" />
      <source>{title}, {count}</source>
      <translation>{title}, {count}</translation>
    </message>
  </context>
  <context>
    <name>SourcesPanel</name>
    <message>
      <location filename="../../tagger/gui/sources/panel.py" />
      <source>Sources</source>
      <translation>Quellen</translation>
    </message>
  </context>
  <context>
    <name>Spoken</name>
    <message>
      <location filename="../../tagger/gui/viewer/spoken.py" />
      <source>accepted</source>
      <translation>angenommen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/spoken.py" />
      <source>box</source>
      <translation>Rahmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/spoken.py" />
      <source>deferred</source>
      <translation>zurückgestellt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/spoken.py" />
      <source>drawn by hand</source>
      <translation>von Hand gezeichnet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/spoken.py" />
      <source>rejected</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/spoken.py" />
      <source>suggested</source>
      <translation>vorgeschlagen</translation>
    </message>
  </context>
  <context>
    <name>Standing</name>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Backend</source>
      <translation>Dienst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Backends at work</source>
      <translation>Dienste bei der Arbeit</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Failed</source>
      <translation>Gescheitert</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Held; nothing more is sent until it goes on</source>
      <translation>Angehalten; bis es weitergeht, wird nichts gesendet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Queued</source>
      <translation>Wartend</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Quota</source>
      <translation>Kontingent</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Removed</source>
      <translation>Entfernt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Speed</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Unknown</source>
      <translation>Unbekannt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Waiting: {reason}</source>
      <translation>Wartet: {reason}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>Working</source>
      <translation>Arbeitet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>under 1 min</source>
      <translation>unter 1 min</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>{n} h</source>
      <translation>{n} h</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>{n} min</source>
      <translation>{n} min</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>{rate}/s</source>
      <translation>{rate}/s</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/standing.py" />
      <source>{today} today, {total} in all</source>
      <translation>{today} heute, {total} insgesamt</translation>
    </message>
  </context>
  <context>
    <name>Stars</name>
    <message>
      <location filename="../../tagger/gui/review/values.py" />
      <source>Rating</source>
      <translation>Bewertung</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/values.py" />
      <source>{least} to {most} stars</source>
      <translation>{least} bis {most} Sterne</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>Choose a folder with photos.
They stay where they are and are never changed.</source>
      <translation>Einen Ordner mit Fotos wählen.
Sie bleiben, wo sie sind, und werden nie verändert.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>No photos yet</source>
      <translation>Noch keine Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>Open a folder…</source>
      <translation>Ordner öffnen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>Try the sample photos</source>
      <translation>Beispielfotos ausprobieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>or drop a folder here</source>
      <translation>oder einen Ordner hierher ziehen</translation>
    </message>
  </context>
  <context>
    <name>SuggestionList</name>
    <message>
      <location filename="../../tagger/gui/review/suggestion_list.py" />
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
  </context>
  <context>
    <name>TagChip</name>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Remove tag {name}</source>
      <translation>Stichwort {name} entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Remove this tag (Delete)</source>
      <translation>Dieses Stichwort entfernen (Entf)</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Tag {name}</source>
      <translation>Stichwort {name}</translation>
    </message>
  </context>
  <context>
    <name>TagEditor</name>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Add a tag</source>
      <translation>Stichwort hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Add to all {n} photos</source>
      <translation>Allen {n} Fotos hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Add to this photo</source>
      <translation>Diesem Foto hinzufügen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>No tags yet</source>
      <translation>Noch keine Stichwörter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Pin this tag</source>
      <translation>Dieses Stichwort anheften</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Remove from 1 photo</source>
      <translation>Von 1 Foto entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Remove from {n} photos</source>
      <translation>Von {n} Fotos entfernen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Unpin this tag</source>
      <translation>Dieses Stichwort lösen</translation>
    </message>
  </context>
  <context>
    <name>TagTree</name>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>1 tag below</source>
      <translation>1 Stichwort darunter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>A tag that is there</source>
      <translation>Ein vorhandenes Stichwort</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Delete from all photos</source>
      <translation>Von allen Fotos löschen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Delete “{old}” from {what}?</source>
      <translation>„{old}“ löschen? Betrifft {what}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>Empty for the top</source>
      <translation>Leer für ganz oben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>Make</source>
      <translation>Anlegen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Merge instead</source>
      <translation>Stattdessen zusammenführen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>Merge “{name}” into which tag?</source>
      <translation>„{name}“ mit welchem Stichwort zusammenführen?</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Merge “{old}” into “{place}” on {what}?</source>
      <translation>„{old}“ mit „{place}“ zusammenführen? Betrifft {what}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Move</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Move below it instead</source>
      <translation>Stattdessen darunter verschieben</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>Move “{name}” below which tag?</source>
      <translation>„{name}“ unter welches Stichwort verschieben?</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Move “{old}” to “{place}” on {what}?</source>
      <translation>„{old}“ nach „{place}“ verschieben? Betrifft {what}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>New tag</source>
      <translation>Neues Stichwort</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>New tag below “{name}”</source>
      <translation>Neues Stichwort unter „{name}“</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>Other names, with commas between them</source>
      <translation>Andere Namen, mit Kommas dazwischen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Rename “{old}” to “{new}” on {what}?</source>
      <translation>„{old}“ in „{new}“ umbenennen? Betrifft {what}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>Show its photos</source>
      <translation>Seine Fotos zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Suggestions of 1 label lead to the new tag.</source>
      <translation>Vorschläge von 1 Label führen zum neuen Stichwort.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>Suggestions of {n} labels lead to the new tag.</source>
      <translation>Vorschläge von {n} Labels führen zum neuen Stichwort.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>Synonyms of “{name}”</source>
      <translation>Synonyme von „{name}“</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>The sidecars follow.</source>
      <translation>Die Sidecars folgen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>The tag is found and completed by these names too.</source>
      <translation>Das Stichwort wird auch unter diesen Namen gefunden und ergänzt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>{n} tags below</source>
      <translation>{n} Stichwörter darunter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>{photos} and {tags}</source>
      <translation>{photos} und {tags}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/tags.py" />
      <source>“{name}” added to {photos}.</source>
      <translation>„{name}“ bei {photos} hinzugefügt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/sources/sentences.py" />
      <source>“{name}” is there already, on {photos}: both become one.</source>
      <translation>„{name}“ gibt es schon, bei {photos}: Beide werden eins.</translation>
    </message>
  </context>
  <context>
    <name>Tagging</name>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>1 tag</source>
      <translation>1 Stichwort</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>Added {tag} to {photos}.</source>
      <translation>{tag} bei {photos} hinzugefügt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>All of these tags are there already: {names}</source>
      <translation>Alle diese Stichwörter sind schon da: {names}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>Choose a tag in the inspector to pin it.</source>
      <translation>Im Inspektor ein Stichwort wählen, um es anzuheften.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>Copied {tags}: {names}</source>
      <translation>{tags} kopiert: {names}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>Copy the tags of a photo first.</source>
      <translation>Zuerst die Stichwörter eines Fotos kopieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>No tag is pinned to this key yet.</source>
      <translation>Dieser Taste ist noch kein Stichwort angeheftet.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>Pasted {tags} on {photos}: {names}</source>
      <translation>{tags} bei {photos} eingefügt: {names}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>Pinned {tag}.</source>
      <translation>{tag} angeheftet.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>Removed {tag} from {photos}.</source>
      <translation>{tag} von {photos} entfernt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>There are no tags to copy here.</source>
      <translation>Hier sind keine Stichwörter zu kopieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>Unpinned {tag}.</source>
      <translation>{tag} gelöst.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>{n} tags</source>
      <translation>{n} Stichwörter</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>{tag} is on all {photos} already.</source>
      <translation>{tag} ist schon bei allen: {photos}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/tagging/tagging.py" />
      <source>{tag} is on none of {photos}.</source>
      <translation>{tag} ist bei keinem: {photos}.</translation>
    </message>
  </context>
  <context>
    <name>Teaching</name>
    <message>
      <location filename="../../tagger/gui/recognising/teaching.py" />
      <source>Before a name is taught</source>
      <translation>Bevor ein Name beigebracht wird</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/teaching.py" />
      <source>No backend that is switched on can learn names. Image Intelligence can; add it under Backends.</source>
      <translation>Kein eingeschalteter Dienst kann Namen lernen. Image Intelligence kann es; unter „Dienste“ hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/teaching.py" />
      <source>Teach {backend} that this is “{name}”? The box of this photo and the name are sent there.</source>
      <translation>{backend} beibringen, dass das „{name}“ ist? Der Rahmen dieses Fotos und der Name werden dorthin gesendet.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/teaching.py" />
      <source>Teach “{name}”</source>
      <translation>„{name}“ beibringen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/teaching.py" />
      <source>This photo is marked never to be sent.</source>
      <translation>Dieses Foto ist gekennzeichnet, nie gesendet zu werden.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/teaching.py" />
      <source>To</source>
      <translation>An</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/recognising/teaching.py" />
      <source>{backend} knows “{name}” now.</source>
      <translation>{backend} kennt „{name}“ jetzt.</translation>
    </message>
  </context>
  <context>
    <name>TextWindow</name>
    <message>
      <location filename="../../tagger/gui/help/text_window.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/help/text_window.py" />
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/help/text_window.py" />
      <source>Copy all</source>
      <translation>Alles kopieren</translation>
    </message>
  </context>
  <context>
    <name>ThresholdSlider</name>
    <message>
      <location filename="../../tagger/gui/by_label/threshold.py" />
      <source>Suggestions at least this certain will be accepted, in hundredths</source>
      <translation>Vorschläge, die mindestens so sicher sind, werden angenommen, in Hundertsteln</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/by_label/threshold.py" />
      <source>Threshold</source>
      <translation>Schwelle</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <location filename="../../tagger/gui/finding/timeline.py" />
      <source>1 photo</source>
      <translation>1 Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/timeline.py" />
      <source>Timeline</source>
      <translation>Zeitleiste</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/timeline.py" />
      <source>{n} photos</source>
      <translation>{n} Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/finding/timeline.py" />
      <source>{time}, {photos}</source>
      <translation>{time}, {photos}</translation>
    </message>
  </context>
  <context>
    <name>Trial</name>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>Answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>It works. The answer names nothing in this photo.</source>
      <translation>Es funktioniert. Die Antwort nennt nichts auf diesem Foto.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>It works. The answer: {labels}</source>
      <translation>Es funktioniert. Die Antwort: {labels}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>Next photo</source>
      <translation>Nächstes Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>Previous photo</source>
      <translation>Voriges Foto</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>Recognise this photo</source>
      <translation>Dieses Foto erkennen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>Send this photo</source>
      <translation>Dieses Foto senden</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>Test without a photo</source>
      <translation>Ohne Foto testen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>Test {name}</source>
      <translation>{name} testen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>The photo to try</source>
      <translation>Das Foto zum Ausprobieren</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>Waiting for the answer…</source>
      <translation>Warte auf die Antwort…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/backends/trial.py" />
      <source>{n} calls are left there.</source>
      <translation>Dort sind noch {n} Aufrufe übrig.</translation>
    </message>
  </context>
  <context>
    <name>Troubles</name>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Ask for the result</source>
      <translation>Nach dem Ergebnis fragen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Backend</source>
      <translation>Dienst</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Failed</source>
      <translation>Gescheitert</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Failures by reason</source>
      <translation>Fehlschläge nach Grund</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Nothing has failed.</source>
      <translation>Nichts ist gescheitert.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Outcome unknown</source>
      <translation>Ausgang unbekannt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Photos</source>
      <translation>Fotos</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Send again, even if it is charged again</source>
      <translation>Nochmals senden, auch wenn es nochmals kostet</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Show the photos</source>
      <translation>Die Fotos zeigen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Take from the list</source>
      <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>The service is only asked for the result again; nothing is sent or paid twice.</source>
      <translation>Der Dienst wird nur nochmals nach dem Ergebnis gefragt; nichts wird zweimal gesendet oder bezahlt.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>These photos were sent, and nobody knows whether the service answered. Sending them again may be charged again.</source>
      <translation>Diese Fotos wurden gesendet, und niemand weiß, ob der Dienst antwortete. Nochmaliges Senden kostet vielleicht nochmals.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>Try again</source>
      <translation>Nochmals versuchen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/troubles.py" />
      <source>What</source>
      <translation>Was</translation>
    </message>
  </context>
  <context>
    <name>Values</name>
    <message>
      <location filename="../../tagger/gui/review/value_marks.py" />
      <source>1 star</source>
      <translation>1 Stern</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/value_marks.py" />
      <source>blue</source>
      <translation>blau</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/value_marks.py" />
      <source>green</source>
      <translation>grün</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/value_marks.py" />
      <source>no stars</source>
      <translation>keine Sterne</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/value_marks.py" />
      <source>purple</source>
      <translation>violett</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/value_marks.py" />
      <source>red</source>
      <translation>rot</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/value_marks.py" />
      <source>rejected</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/value_marks.py" />
      <source>yellow</source>
      <translation>gelb</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/value_marks.py" />
      <source>{n} stars</source>
      <translation>{n} Sterne</translation>
    </message>
  </context>
  <context>
    <name>ValuesEditor</name>
    <message>
      <location filename="../../tagger/gui/review/values.py" />
      <source>Colour labels differ</source>
      <translation>Verschiedene Farbmarkierungen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/values.py" />
      <source>Label {names}</source>
      <translation>Farbmarkierung {names}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/values.py" />
      <source>Rating, colour label and caption</source>
      <translation>Bewertung, Farbmarkierung und Bildunterschrift</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/values.py" />
      <source>Ratings differ</source>
      <translation>Verschiedene Bewertungen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/review/values.py" />
      <source>Rejected</source>
      <translation>Abgelehnt</translation>
    </message>
  </context>
  <context>
    <name>Viewer</name>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>Choose a photo in the grid to see it here.</source>
      <translation>Im Raster ein Foto wählen, um es hier zu sehen.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>Connect the drive it is on, or look through the folder again if it was moved.</source>
      <translation>Das Laufwerk anschließen, auf dem es liegt, oder den Ordner nochmals durchsehen, falls es verschoben wurde.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>Its drive is not connected; this is its thumbnail</source>
      <translation>Sein Laufwerk ist nicht angeschlossen; dies ist seine Miniatur</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>Loading…</source>
      <translation>Wird geladen…</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>No photo selected</source>
      <translation>Kein Foto ausgewählt</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>The file may be damaged or not fully copied. Open it in another program, or copy it from its source.</source>
      <translation>Die Datei ist vielleicht beschädigt oder unvollständig kopiert. In einem anderen Programm öffnen oder von der Quelle kopieren.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>The file of this photo is not there</source>
      <translation>Die Datei dieses Fotos ist nicht da</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>This photo cannot be read</source>
      <translation>Dieses Foto ist nicht lesbar</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>Viewer</source>
      <translation>Fotoansicht</translation>
    </message>
  </context>
  <context>
    <name>Visit</name>
    <message>
      <location filename="../../tagger/gui/by_label/visit.py" />
      <source>This photo is no longer in the library.</source>
      <translation>Dieses Foto ist nicht mehr in der Bibliothek.</translation>
    </message>
  </context>
  <context>
    <name>Watching</name>
    <message>
      <location filename="../../tagger/gui/folders/watching.py" />
      <source>{folder} is at {place} now.</source>
      <translation>{folder} ist jetzt unter {place}.</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/folders/watching.py" />
      <source>{folder} is not connected; its photos stay, and can be searched.</source>
      <translation>{folder} ist nicht angeschlossen; seine Fotos bleiben und können gesucht werden.</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <location filename="../../tagger/gui/words.py" />
      <source>“{text}”</source>
      <translation>„{text}“</translation>
    </message>
  </context>
  <context>
    <name>WorkBar</name>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>Cancel {title}</source>
      <translation>{title} abbrechen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>Cancel; what is finished is kept</source>
      <translation>Abbrechen; was fertig ist, bleibt erhalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>Pause {title}</source>
      <translation>{title} anhalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>Resume {title}</source>
      <translation>{title} fortsetzen</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>less than a minute left</source>
      <translation>weniger als eine Minute übrig</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>paused</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>{n} h left</source>
      <translation>noch {n} h</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>{n} min left</source>
      <translation>noch {n} min</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>{rate}/s</source>
      <translation>{rate}/s</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>{title} {done} of {total}</source>
      <translation>{title} {done} von {total}</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>{title}: stopping…</source>
      <translation>{title}: wird beendet…</translation>
    </message>
  </context>
</TS>

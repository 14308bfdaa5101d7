<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name />
    <message>
      <location filename="../../tagger/gui/sources/model.py" />
      <source>1 photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/sources/model.py" />
      <source>{0} photos</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AboutDialog</name>
    <message>
      <location filename="../../tagger/gui/about.py" />
      <source>About Tagger</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/about.py" />
      <source>Recognises what is in your photos on this machine, lets you review it, and writes what you accept into XMP sidecars. Free software under the GNU General Public License, version 3 or later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/about.py" />
      <source>Third-party notices</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Activity</name>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 cannot be read; see Unreadable on the left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 could not be.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 could not be; it is tried again next time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 new photo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 photo recognised.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>1 sidecar written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>Indexing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>No backend is switched on. Switch one on with: tagger backends enable onnx</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>No new photos.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>Nothing to recognise: these photos are done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>Recognising</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>Writing sidecars</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} cannot be read; see Unreadable on the left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} could not be.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} could not be; they are tried again next time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} new photos.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} photos recognised.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{n} sidecars written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/activity.py" />
      <source>{work}: stopped; what was finished is kept.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Adding</name>
    <message>
      <location filename="../../tagger/gui/folders/adding.py" />
      <source>Add a folder</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Browser</name>
    <message>
      <location filename="../../tagger/gui/browser.py" />
      <source>All photos</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Caption</name>
    <message>
      <location filename="../../tagger/gui/viewer/caption.py" />
      <source>Photo caption</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/caption.py" />
      <source>{number} of {total}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CellDelegate</name>
    <message>
      <location filename="../../tagger/gui/grid/delegate.py" />
      <source>Missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/grid/delegate.py" />
      <source>Unreadable</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <location filename="../../tagger/gui/commands/help.py" />
      <source>About Tagger</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Accept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Accept all of this photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Actual size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Add a folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Add a tag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Back to the grid</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Back to undecided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/edit.py" />
      <source>Clear the search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Defer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/edit.py" />
      <source>Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/help.py" />
      <source>Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Hide all panels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Inspector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/help.py" />
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Light theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Look for changed photos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Move on after a decision</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Next photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Next surround brightness</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Next undecided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Previous photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Recognise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Recognise all photos shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Recognise selected photos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Recognise selected photos again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/edit.py" />
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Reject</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Reject all of this photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/edit.py" />
      <source>Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/edit.py" />
      <source>Select all photos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Show boxes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Show noisy labels too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/help.py" />
      <source>Show the log file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Show the photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/review.py" />
      <source>Show what is to review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Sources</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/recognise.py" />
      <source>Try failed photos again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/edit.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/library.py" />
      <source>Write sidecars</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Zoom in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/commands/view.py" />
      <source>Zoom out</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Core</name>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A ( is never closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A ) has no ( before it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>A backend cannot be named {1}.</source>
      <translation>Ein Dienst kann nicht {1} heißen.</translation>
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>A photo has 0 to {1} stars, or -1 if it is rejected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A quotation mark is never closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>A tag needs at least one letter or digit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A word is missing at the end of the search.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A word is missing before “{1}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>A word is too long.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>Add its folder again, then draw the box.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>Add the missing ), or put it in quotation marks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>All photos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>Allow it, or move it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>At most {1} are allowed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Boxes that you draw have this name; use another one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>Change its permissions, then look through the folder again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Check its secrets and its URL.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>Check the drive and its cable.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>Choose another backend.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>Choose another file with --library.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/store.py" />
      <source>Choose another place with --library.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>Close other programs and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>Copy it again from the card or from a backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>Correct it or move it away; it was left as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>Correct it there; it was left as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Disable it instead.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>Draw it on the photo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Enable it: tagger backends enable {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Folders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/library/workers.py" />
      <source>Free some memory, restart the program, and report it if this goes on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/tables.py" />
      <source>Give a list of texts; an empty one for none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Give a number above 0 and up to 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Give a whole number from 0 to {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/tables.py" />
      <source>Give at most {1} texts of 1 to {2} characters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>Give it without name, password, ? and #.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>Give one such as https://service.example/api/</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Give true or false.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Give {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Install it again, or disable it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Install it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>Install that version, or choose another library with --library.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/backend.py" />
      <source>It can {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>It is no settings file of this program; move it away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>It may be damaged or another kind of file; try a backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>It stays listed; export it as JPEG to tag it now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>It was moved or deleted, or its drive is unplugged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>It was stopped while this photo was being sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Its options are: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>Its settings are: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>Make its folder writable and free some space, then try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Make room, or allow this user to write there; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/metadata/files.py" />
      <source>Move it away and export again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>Part of the picture is missing; copy it again or try a backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>Photos of up to {1} megapixels are read; save a smaller copy to tag it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>Pipes and devices are left alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Remove it first, or choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>Remove it, or put it in quotation marks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Set in the environment: {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>Set it and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Tags</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>The URL of the backend holds more than a place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>The URL of the backend is not one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>The URL of the backend is not safe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>The backend gave no answer for this photo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>The backend {1} cannot recognise anything.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backend {1} does not start ({2}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backend {1} does not start: {2}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The backend {1} has no type.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The backend {1} is built in and cannot be removed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backend {1} is disabled.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backend {1} lacks a secret.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backend {1} needs a value for {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/lane.py" />
      <source>The backend {1} no longer knows what was submitted to it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The backends are: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>The box lies beside the photo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>The caption is too long.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The content is not a picture.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The disk could not be read: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/backend.py" />
      <source>The embedded backend cannot {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>The embedded backend has no setting {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/backend.py" />
      <source>The embedded backend is closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The file is cut short.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The file is damaged; try a backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The file is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The file is no longer there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/store.py" />
      <source>The folder {1} for the library cannot be made: {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>The library cannot be copied to {1} before it is brought up to date: {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>The library is closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/connection.py" />
      <source>The library {1} cannot be used: {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/sessions.py" />
      <source>The model file {1} cannot be read: {2}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/sessions.py" />
      <source>The model file {1} is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The picture claims {1} pixels, more than can be opened safely.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The picture data is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>The picture has no size.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/library/workers.py" />
      <source>The processes that read photos cannot be started.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>The search is too complex.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The settings are: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The settings cannot be saved in {1}: {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>The settings in {1} are being changed by another program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>The settings in {1} cannot be read: {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>The settings in {1} cannot be understood: {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>The sidecar is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>The sidecar is larger than {1} MB.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/metadata/packet.py" />
      <source>The sidecar is not valid {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The type {1} has no option {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The type {1} is broken: {2}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>The types are: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>There is a backend named {1} already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>There is no backend {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>There is no field “{1}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>There is no setting {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>There is no type {1} of backend.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>There is not enough memory to open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>There is nothing between the quotation marks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>This file is the database of another program, not a library of Tagger.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>This is not a file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/schema.py" />
      <source>This library was written by a later version of Tagger ({1}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>This photo is no longer in the library.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>To review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Try again in a moment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/sources.py" />
      <source>Unreadable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/addresses.py" />
      <source>Use https; http only for this machine (127.0.0.1).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/__init__.py" />
      <source>Use lower-case letters, digits and -, at most 64, no - at first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/tables.py" />
      <source>Use lower-case letters, digits and _.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/store/query/language.py" />
      <source>Write "…" around the phrase.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>You may not open this file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>workers is {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/sidecars.py" />
      <source>write sidecars</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>{1} cannot be {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>{1} cannot hold this change: {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>{1} characters are allowed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/tables.py" />
      <source>{1} has no {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>{1} in the settings file is not a table.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>{1} is a secret and is not kept in the settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>{1} is laid out in a way that this program cannot change.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>{1} is larger than 1 MB.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/metadata/files.py" />
      <source>{1} is larger than {2} MB.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>{1} is no rating.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/toml_file.py" />
      <source>{1} is not UTF-8 text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/metadata/files.py" />
      <source>{1} is not a file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/backends/onnx/settings.py" />
      <source>{1} is {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/values.py" />
      <source>{1} on {2} photos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/imaging/decode.py" />
      <source>{1} photos cannot be read yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/recognition/registry.py" />
      <source>{1} would share the secret {2} with {3}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/boxes.py" />
      <source>{1} {2} boxes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>{1} {2} on {3} photos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/decisions.py" />
      <source>{1} {2} suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/tables.py" />
      <source>{1}.{2} cannot be {3}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/review/tagging.py" />
      <source>“{1}” is not a tag.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Decision</name>
    <message>
      <location filename="../../tagger/gui/review/model.py" />
      <source>accepted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/model.py" />
      <source>deferred</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/model.py" />
      <source>rejected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/model.py" />
      <source>waiting</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DecisionButtons</name>
    <message>
      <location filename="../../tagger/gui/review/decisions.py" />
      <source>Accept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/decisions.py" />
      <source>Defer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/decisions.py" />
      <source>Reject</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/decisions.py" />
      <source>Undecided</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Camera</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Caption</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Facts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Lens</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Rating</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Rejected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/facts.py" />
      <source>Taken</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>GridModel</name>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>1 star</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>1 suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>rejected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>reviewed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>unreadable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>{0} stars</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/grid/model.py" />
      <source>{0} suggestions</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>GridView</name>
    <message>
      <location filename="../../tagger/gui/grid/view.py" />
      <source>Photos</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Header</name>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>1 photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>Clear the search “{text}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>Leave {place}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>Thumbnail size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/header.py" />
      <source>{n} photos</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Done again: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Redo {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>There is nothing to undo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Undo {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Undone: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Write 1 sidecar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Write sidecars</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/history.py" />
      <source>Write {n} sidecars</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Facts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Inspector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>No suggestions yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Nothing recognised with confidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Nothing to recognise: the photo cannot be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Recognise again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Recognise this photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Recognising…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Select a photo to see its suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>Tags</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>{number} photos selected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/inspector.py" />
      <source>{waiting} of {all} to decide</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>KeySheet</name>
    <message>
      <location filename="../../tagger/gui/key_sheet.py" />
      <source>Hide the boxes while held</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/key_sheet.py" />
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MainBar</name>
    <message>
      <location filename="../../tagger/gui/main_bar.py" />
      <source>Main</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/main_bar.py" />
      <source>Recognise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/main_bar.py" />
      <source>Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/main_bar.py" />
      <source>Search names, tags and labels</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <location filename="../../tagger/gui/main_window.py" />
      <source>Clear the search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/main_window.py" />
      <source>No photo here matches.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/main_window.py" />
      <source>Photos stay on this machine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/main_window.py" />
      <source>Reading the first photos…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MessageBar</name>
    <message>
      <location filename="../../tagger/gui/messages.py" />
      <source>Close this message</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/messages.py" />
      <source>Copy details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/messages.py" />
      <source>Message</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Messages</name>
    <message>
      <location filename="../../tagger/gui/messages.py" />
      <source>Something went wrong inside Tagger. Your photos are untouched; what was saved is kept.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Panels</name>
    <message>
      <location filename="../../tagger/gui/panels.py" />
      <source>Inspector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/panels.py" />
      <source>Sources</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PhotoView</name>
    <message>
      <location filename="../../tagger/gui/viewer/photo_view.py" />
      <source>Photo</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Reviewing</name>
    <message>
      <location filename="../../tagger/gui/review/reviewing.py" />
      <source>Nothing is left to decide here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/reviewing.py" />
      <source>Select a single photo to decide on its suggestions.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>0 for one on each processor core.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Black or white grounds, no dim text, and strong lines; by itself where the system asks for high contrast.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Colours of the window.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Contrast</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Deutsch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>English</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Go on by itself</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Go to the next suggestion after a decision.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Grey around the photo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>High</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Language of the window, from its next start on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Mid</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Normal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Photos read at once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Recognise new photos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Recognise new photos on this computer by itself; nothing is sent away for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Show common objects</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Show suggestions that are noise to most users.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Side of a thumbnail.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Surround of the photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>Thumbnails</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>White</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>recognition</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>viewer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/settings/declared.py" />
      <source>window</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SourcesModel</name>
    <message>
      <location filename="../../tagger/gui/sources/model.py" />
      <source>{title}, {count}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SourcesPanel</name>
    <message>
      <location filename="../../tagger/gui/sources/panel.py" />
      <source>Sources</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>Choose a folder with photos.
They stay where they are and are never changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>No photos yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>Open a folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>Start</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>Try the sample photos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/start_page.py" />
      <source>or drop a folder here</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SuggestionList</name>
    <message>
      <location filename="../../tagger/gui/review/suggestion_list.py" />
      <source>Suggestions</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TagChip</name>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Remove tag {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Remove this tag (Delete)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Tag {name}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TagEditor</name>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Add a tag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>No tags yet</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Viewer</name>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>Choose a photo in the grid to see it here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>Connect the drive it is on, or look through the folder again if it was moved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>Loading…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>No photo selected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>The file may be damaged or not fully copied. Open it in another program, or copy it from its source.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>The file of this photo is not there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>This photo cannot be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/viewer/viewer.py" />
      <source>Viewer</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>WorkBar</name>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>Cancel {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>Cancel; what is finished is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>Pause {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>Resume {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>less than a minute left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>paused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>{n} h left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>{n} min left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>{rate}/s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>{title} {done} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../tagger/gui/jobs/bar.py" />
      <source>{title}: stopping…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>_TagField</name>
    <message>
      <location filename="../../tagger/gui/review/tags.py" />
      <source>Known tags</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>

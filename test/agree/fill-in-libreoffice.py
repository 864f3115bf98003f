#!/usr/bin/python3
"""Fills a form's content controls in LibreOffice as a clerk would by typing, and stores it as DOCX again.

  fill-in-libreoffice.py IN.docx OUT.docx VALUES.json FONTS

VALUES.json maps the keys of fields to what is typed into them; "\\n" in it is a line break. FONTS is a folder; LibreOffice sees
no fonts but those. In every other field the dots are left standing behind what is typed. Runs with the system's Python, which has the module uno. Exit: 0 done, 1 a field is not there, or
LibreOffice does not answer.
"""
import importlib.util
import json
import os
import sys
import tempfile

import uno
from com.sun.star.beans import PropertyValue

WAIT_SECONDS = 60


def load_editing():
    """The neighbour that starts LibreOffice; its name is no module name, and it runs when imported."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'edit-in-libreoffice.py')
    with open(path, encoding='utf-8') as file:
        source = file.read()
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader('editing', loader=None))
    exec(compile(source.rsplit('\nmain()', 1)[0], path, 'exec'), module.__dict__)
    return module


editing = load_editing()


def controls(document):
    """Each content control by the key in the bookmark before it."""
    for paragraph in editing.paragraphs(document.Text):
        key = None
        for portion in editing.iterate(paragraph):
            if portion.TextPortionType == 'Bookmark' and portion.Bookmark.Name.startswith('f_'):
                key = portion.Bookmark.Name[2:]
            elif portion.TextPortionType == 'ContentControl' and key is not None:
                yield key, portion.ContentControl
                key = None


def fill(control, value, keeps_dots):
    """Types over the dots, or, as some do, before them."""
    if not keeps_dots:
        for portion in reversed(list(editing.iterate(control))):
            portion.setString('')
    # A line feed is a line break here, as by Shift+Enter.
    control.setString(value)
    control.setPropertyValue('ShowingPlaceHolder', False)


def main():
    source, target, values, fonts = sys.argv[1:]
    with open(values, encoding='utf-8') as file:
        values = json.load(file)
    with tempfile.TemporaryDirectory(prefix='thethuc-fill-') as folder:
        office, address = editing.start_office(folder, fonts)
        try:
            desktop = editing.connect(office, address)
            hidden = PropertyValue(Name='Hidden', Value=True)
            url = uno.systemPathToFileUrl(os.path.abspath(source))
            document = desktop.loadComponentFromURL(url, '_blank', 0, (hidden,))
            found = list(controls(document))
            missing = set(values) - {key for key, _ in found}
            if missing:
                raise SystemExit('no field %s' % ', '.join(sorted(missing)))
            # From the last to the first: what is typed does not move what is still to come.
            for index, (key, control) in reversed(list(enumerate(found))):
                if key in values:
                    fill(control, values[key], index % 2 == 1)
            docx = PropertyValue(Name='FilterName', Value='MS Word 2007 XML')
            document.storeToURL(uno.systemPathToFileUrl(os.path.abspath(target)), (docx,))
            document.close(True)
            try:
                desktop.terminate()
            except Exception:  # It ends while it answers.
                pass
            office.wait(WAIT_SECONDS)
        finally:
            if office.poll() is None:
                office.kill()
                office.wait()


main()

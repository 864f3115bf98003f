#!/usr/bin/python3
"""Edits a DOCX in LibreOffice as a clerk would, and stores it as DOCX again.

  edit-in-libreoffice.py IN.docx OUT.docx EDITS.json FONTS

EDITS.json is a list of edits, each at the one paragraph that begins with the words of "at":
  {"enter": "words", "at": "…"}    the cursor at the end of the paragraph, Enter, then the words
  {"append": "words", "at": "…"}   the words at the end of the paragraph, as typed there
  {"before": "words", "at": "…"}   the words in a new paragraph above, as by Enter at the beginning of the paragraph

FONTS is a folder; LibreOffice sees no fonts but those. Runs with the system's Python, which has the module uno
(Debian: python3-uno). Exit: 0 done, 1 a paragraph is not there or not the only one, or LibreOffice does not answer.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

WAIT_SECONDS = 60


def start_office(folder, fonts):
    """LibreOffice with a profile of its own that waits for orders; and the address it waits at."""
    conf = os.path.join(folder, 'fonts.conf')
    with open(conf, 'w', encoding='utf-8') as file:
        file.write(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>' + fonts + '</dir>'
            '<cachedir>' + folder + '/cache</cachedir><alias binding="same"><family>Times New Roman</family>'
            '<accept><family>Liberation Serif</family></accept></alias></fontconfig>')
    pipe = 'pipe,name=thethuc%d' % os.getpid()
    command = ['soffice', '-env:UserInstallation=file://' + folder + '/profile', '--headless', '--norestore',
               '--nologo', '--nodefault', '--accept=' + pipe + ';urp;']
    office = subprocess.Popen(command, env=dict(os.environ, FONTCONFIG_FILE=conf), start_new_session=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return office, 'uno:' + pipe + ';urp;StarOffice.ComponentContext'


def connect(office, address):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', context)
    end = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            remote = resolver.resolve(address)
            return remote.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', remote)
        except NoConnectException:
            # The launcher may end before the program that it starts answers; only time says that none will.
            if time.monotonic() > end:
                raise SystemExit('LibreOffice does not answer (exit code %s)' % office.poll())
            time.sleep(0.2)


def paragraphs(text):
    """Every paragraph of a text, also those in the cells of its tables."""
    for part in iterate(text):
        if part.supportsService('com.sun.star.text.TextTable'):
            for name in part.CellNames:
                yield from paragraphs(part.getCellByName(name))
        else:
            yield part


def iterate(container):
    parts = container.createEnumeration()
    while parts.hasMoreElements():
        yield parts.nextElement()


def find(document, words):
    found = [p for p in paragraphs(document.Text) if p.String.replace('\u00a0', ' ').startswith(words)]
    if len(found) != 1:
        raise SystemExit('%d paragraphs begin with "%s"' % (len(found), words))
    return found[0]


def edit(document, order):
    paragraph = find(document, order['at'])
    text = paragraph.Text
    if 'before' in order:
        cursor = text.createTextCursorByRange(paragraph.Start)
        text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.goLeft(1, False)
        text.insertString(cursor, order['before'], False)
        return
    cursor = text.createTextCursorByRange(paragraph.End)
    if 'enter' in order:
        text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    text.insertString(cursor, order.get('enter') or order['append'], False)


def main():
    source, target, orders, fonts = sys.argv[1:]
    with open(orders, encoding='utf-8') as file:
        orders = json.load(file)
    with tempfile.TemporaryDirectory(prefix='thethuc-edit-') as folder:
        office, address = start_office(folder, fonts)
        try:
            desktop = connect(office, address)
            hidden = PropertyValue(Name='Hidden', Value=True)
            document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.abspath(source)), '_blank', 0, (hidden,))
            for order in orders:
                edit(document, order)
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

/** A page as Word puts it on the clipboard, around the part that was chosen: its sheets, its conditions and all. */
export const fromWord = (part: string): string => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/A/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Normal</w:View></w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no; margin:0cm; font-size:14.0pt; font-family:"Times New Roman",serif;}
@list l0:level1 {mso-level-number-format:roman-upper;}
-->
</style>
</head>

<body lang=EN-US style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->

${part}
<!--EndFragment-->
</body>

</html>`;

/** An item of a list with automatic numbers, as Word writes it. */
export const wordItem = (level: number, mark: string, words: string): string =>
  `<p class=MsoListParagraph style='margin-left:${18 * level}.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>` +
  `<![if !supportLists]><b style='mso-bidi-font-weight:normal'><span lang=EN-US style='font-family:"Times New Roman",serif;` +
  `mso-fareast-font-family:"Times New Roman"'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>` +
  `&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span></b><![endif]><span lang=VI style='mso-ansi-language:VI'>${words}` +
  '<o:p></o:p></span></p>\n\n';

export const wordParagraph = (words: string): string =>
  `<p class=MsoNormal style='text-align:justify;text-indent:1.0cm'><span lang=VI style='font-size:14.0pt'>${words}<o:p></o:p></span></p>\n\n`;

const cell = (words: string, span: string): string =>
  `  <td width=208${span} valign=top style='width:155.8pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;` +
  `padding:0cm 5.4pt 0cm 5.4pt'>\n  <p class=MsoNormal align=center style='text-align:center'>${words}<o:p></o:p></p>\n  </td>\n`;

/** A table of Word; the first row is bold, a row of one cell spans all columns. */
export const wordTable = (rows: readonly (readonly string[])[]): string => {
  const columns = rows[0]?.length ?? 1;
  const row = (cells: readonly string[], at: number): string =>
    ` <tr style='mso-yfti-irow:${at}'>\n${cells
      .map((words) =>
        cell(at === 0 ? `<b>${words}</b>` : words, cells.length < columns ? ` colspan=${columns}` : ''),
      )
      .join('')} </tr>\n`;
  return (
    '<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\n' +
    ` style='border-collapse:collapse;border:none;mso-yfti-tbllook:1184'>\n${rows.map(row).join('')}</table>\n\n`
  );
};

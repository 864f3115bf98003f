import { FACTS_PROPERTIES, FACTS_RELATION } from './carried-facts.js';
import { element, type XmlElement } from './element.js';
import { FORM_PART } from './form-fields.js';
import { RELATIONSHIPS } from './namespaces.js';

const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const CORE_RELATIONSHIP = `${PACKAGE_RELATIONSHIPS}/metadata/core-properties`;

/** A header or footer of the paper: its place under word/, and what it is. */
export interface StoryPart {
  readonly id: string;
  readonly name: string;
  readonly type: 'header' | 'footer';
}

/** Parts that every paper has, besides the document itself. */
const FIXED = [
  { id: 'rId1', name: 'styles.xml', relation: 'styles', type: `${WORD_TYPE}.styles+xml` },
  { id: 'rId2', name: 'settings.xml', relation: 'settings', type: `${WORD_TYPE}.settings+xml` },
  { id: 'rId3', name: 'fontTable.xml', relation: 'fontTable', type: `${WORD_TYPE}.fontTable+xml` },
  {
    id: 'rId4',
    name: 'theme/theme1.xml',
    relation: 'theme',
    type: 'application/vnd.openxmlformats-officedocument.theme+xml',
  },
] as const;

/** The number of the first relationship that is not fixed. */
export const FIRST_STORY_ID = FIXED.length + 1;

/** [Content_Types].xml */
export function contentTypesPart(
  stories: readonly StoryPart[],
  hasFacts = false,
  isForm = false,
): XmlElement {
  const override = (name: string, type: string): XmlElement =>
    element('Override', { PartName: `/${name}`, ContentType: type });
  return element('Types', { xmlns: CONTENT_TYPES }, [
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('word/document.xml', `${WORD_TYPE}.document.main+xml`),
    ...FIXED.map((part) => override(`word/${part.name}`, part.type)),
    ...stories.map((story) => override(`word/${story.name}`, `${WORD_TYPE}.${story.type}+xml`)),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    ...(hasFacts ? [override(FACTS_PROPERTIES.name, FACTS_PROPERTIES.type)] : []),
    ...(isForm ? [override(FORM_PART.name, FORM_PART.type)] : []),
  ]);
}

/** _rels/.rels */
export function packageRelationshipsPart(isForm = false): XmlElement {
  return element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS }, [
    relationship('rId1', `${RELATIONSHIPS}/officeDocument`, 'word/document.xml'),
    relationship('rId2', CORE_RELATIONSHIP, 'docProps/core.xml'),
    relationship('rId3', `${RELATIONSHIPS}/extended-properties`, 'docProps/app.xml'),
    ...(isForm ? [relationship('rId4', FORM_PART.relation, FORM_PART.name)] : []),
  ]);
}

/** word/_rels/document.xml.rels */
export function documentRelationshipsPart(stories: readonly StoryPart[], hasFacts = false): XmlElement {
  return element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS }, [
    ...FIXED.map((part) => relationship(part.id, `${RELATIONSHIPS}/${part.relation}`, part.name)),
    ...stories.map((story) => relationship(story.id, `${RELATIONSHIPS}/${story.type}`, story.name)),
    ...(hasFacts
      ? [relationship(`rId${FIRST_STORY_ID + stories.length}`, FACTS_RELATION.type, FACTS_RELATION.target)]
      : []),
  ]);
}

function relationship(id: string, type: string, target: string): XmlElement {
  return element('Relationship', { Id: id, Type: type, Target: target });
}

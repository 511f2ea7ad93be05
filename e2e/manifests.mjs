// Holds the manifests of the packages in dist/lms against the published schemas, which are in the folder that
// is named: `node e2e/manifests.mjs FOLDER`. What the folder needs is in schemas/README.md.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { argv, exit } from 'node:process';
import { strFromU8, unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';

const LMS = path.join(import.meta.dirname, '../dist/lms');
const STANDARDS = {
  scorm12: {
    manifest: 'imsmanifest.xml',
    schemas: {
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
      'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    },
  },
  scorm2004: {
    manifest: 'imsmanifest.xml',
    schemas: {
      'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
      'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
    },
  },
  cmi5: {
    manifest: 'cmi5.xml',
    schemas: {
      'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd': 'CourseStructure.xsd',
    },
  },
};

const [folder = ''] = argv.slice(2);
const preload = readdirSync(folder)
  .filter((file) => file.endsWith('.xsd'))
  .map((fileName) => ({ fileName, contents: readFileSync(path.join(folder, fileName), 'utf8') }));

async function errorsOf(zip, { manifest, schemas }) {
  const missing = Object.values(schemas).filter((file) => !existsSync(path.join(folder, file)));
  if (missing.length > 0) return [`not in ${folder}: ${missing.join(', ')}`];
  const imports = Object.entries(schemas).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  const contents = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  const xml = strFromU8(unzipSync(readFileSync(path.join(LMS, zip)))[manifest]);
  const { errors } = await validateXML({
    xml: [{ fileName: manifest, contents: xml }],
    schema: [{ fileName: 'all.xsd', contents }],
    preload,
  });
  return errors.map(({ message }) => message);
}

let isWrong = false;
for (const zip of readdirSync(LMS).filter((file) => file.endsWith('.zip'))) {
  const standard = Object.keys(STANDARDS).find((one) => zip.includes(`-${one}-`));
  const errors = standard ? await errorsOf(zip, STANDARDS[standard]) : ['of no standard'];
  console.log(`${zip}: ${errors.length === 0 ? 'valid' : errors.join('; ')}`);
  isWrong ||= errors.length > 0;
}
exit(isWrong ? 1 : 0);

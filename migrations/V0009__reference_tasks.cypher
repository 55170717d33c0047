// Tasks of guardians, and what they cover. Made by `python -m graph.reference`.

UNWIND [
  {id: 'task:WORK', code: 'WORK', name: 'Arbeid'},
  {id: 'task:FAMILY', code: 'FAMILY', name: 'Familie'},
  {id: 'task:DEVICES', code: 'DEVICES', name: 'Hjelpemidler'},
  {id: 'task:PENSION', code: 'PENSION', name: 'Pensjon'},
  {id: 'task:SOCIAL_SERVICES', code: 'SOCIAL_SERVICES', name: 'Sosiale tjenester'}
] AS row
OPTIONAL MATCH (held:Task {id: row.id})
WITH row, held WHERE held IS NULL
CREATE (:Entity:Task {id: row.id, code: row.code, name: row.name, source: 'REFERENCE', registeredAt: 0});

UNWIND [
  {start: 'task:WORK', end: 'category:CARD', id: 'r-9980b0fb3b64f68ec3c1b0232fb52069'},
  {start: 'task:WORK', end: 'category:IDENTITY', id: 'r-f825c087274bcdc986b5ed4d61ecb99d'},
  {start: 'task:WORK', end: 'category:CONTACT', id: 'r-55805f50ea1aa627a2a96b6b8565c3f7'},
  {start: 'task:WORK', end: 'category:CASES', id: 'r-6f051e2005ba79aa2f95a782d6e0e8d3'},
  {start: 'task:WORK', end: 'category:ACTIVITIES', id: 'r-4683d59b7c65535116acdbac2af41277'},
  {start: 'task:WORK', end: 'category:DIALOGUES', id: 'r-ab72d91e12f13a77f3db42f79288a03c'},
  {start: 'task:FAMILY', end: 'category:CARD', id: 'r-c56c6f766172ff4adf630295cfb37589'},
  {start: 'task:FAMILY', end: 'category:IDENTITY', id: 'r-c62ab2352c957aa2b9dc006520e6039d'},
  {start: 'task:FAMILY', end: 'category:CONTACT', id: 'r-6371707c7541b457794a012ffa49a206'},
  {start: 'task:FAMILY', end: 'category:CASES', id: 'r-8972835c5cc330cd6a4a06dc8247516f'},
  {start: 'task:FAMILY', end: 'category:DIALOGUES', id: 'r-0eb19e0bb16a9e90f1f4f9cc4294ba46'},
  {start: 'task:DEVICES', end: 'category:CARD', id: 'r-a931711476356d82452656c5f6001c57'},
  {start: 'task:DEVICES', end: 'category:IDENTITY', id: 'r-dfe848e69103688419682401fe1a58d1'},
  {start: 'task:DEVICES', end: 'category:CONTACT', id: 'r-c80b31fc4ade1519eafcc3589df6ec19'},
  {start: 'task:DEVICES', end: 'category:CASES', id: 'r-ca181a886ecceb5a2f73a45b2b3eff86'},
  {start: 'task:DEVICES', end: 'category:ACTIVITIES', id: 'r-80aa3d5332cf0bb34627ab371a956d75'},
  {start: 'task:DEVICES', end: 'category:DEVICES', id: 'r-7cffd82ec7853d43eed19b2ec82d5173'},
  {start: 'task:DEVICES', end: 'category:DIALOGUES', id: 'r-41cac36ef4e25a9e5a19e6d941d2993a'},
  {start: 'task:PENSION', end: 'category:CARD', id: 'r-2a8267025eafc17469788479c2e303ef'},
  {start: 'task:PENSION', end: 'category:IDENTITY', id: 'r-6ba1053f8440c7505beb978623adfd3c'},
  {start: 'task:PENSION', end: 'category:CONTACT', id: 'r-cd277cf7efbec9caa23880bf5f4380a7'},
  {start: 'task:PENSION', end: 'category:CASES', id: 'r-f186e22120866232bad0ebd8a80bbb1d'},
  {start: 'task:PENSION', end: 'category:DIALOGUES', id: 'r-96d11d6d8cc94b34ebcb2b11f05dda32'},
  {start: 'task:SOCIAL_SERVICES', end: 'category:CARD', id: 'r-542ef8ec6ed8f21cf93bd3cb7e895d0c'},
  {start: 'task:SOCIAL_SERVICES', end: 'category:IDENTITY', id: 'r-4cfaf7d6609078b306005d802896bb7f'},
  {start: 'task:SOCIAL_SERVICES', end: 'category:CONTACT', id: 'r-eec126b996c7e3ee10f09f05649538c9'}
] AS row
MATCH (start:Task {id: row.start})
MATCH (end:Category {id: row.end})
MERGE (start)-[held:COVERS {id: row.id}]->(end)
SET held.validFrom = 0, held.source = 'REFERENCE', held.registeredAt = 0;

UNWIND [
  {start: 'task:WORK', end: 'theme:OPP', id: 'r-4a7d91d7cb03f0c7368fc5ec0fd475c6'},
  {start: 'task:WORK', end: 'theme:TIL', id: 'r-51b54c11e8263f8a460064279c4a2b92'},
  {start: 'task:WORK', end: 'theme:AAP', id: 'r-010f1ee9a8bd5033553953f8774d6a6e'},
  {start: 'task:WORK', end: 'theme:DAG', id: 'r-f248acb8fa574647ccd3dd0c67004245'},
  {start: 'task:FAMILY', end: 'theme:BAR', id: 'r-142a48d0b43a64862fb183adcd00bd72'},
  {start: 'task:FAMILY', end: 'theme:KON', id: 'r-b62e83e7d2be64a4f39b68434d6cc82f'},
  {start: 'task:FAMILY', end: 'theme:ENF', id: 'r-449e10463e7259f74a8fd8cb96a48cfd'},
  {start: 'task:FAMILY', end: 'theme:FOR', id: 'r-5f8e58947919621cdb5e45a97b8a71d4'},
  {start: 'task:DEVICES', end: 'theme:HJE', id: 'r-9300e4d9e1ad6533e27e59ccdfa43c02'},
  {start: 'task:PENSION', end: 'theme:PEN', id: 'r-d5578b3cbba517943216296e51d6624a'},
  {start: 'task:PENSION', end: 'theme:UFO', id: 'r-09f1ddd27065b7dcb5eb57940744cc59'}
] AS row
MATCH (start:Task {id: row.start})
MATCH (end:Theme {id: row.end})
MERGE (start)-[held:COVERS {id: row.id}]->(end)
SET held.validFrom = 0, held.source = 'REFERENCE', held.registeredAt = 0;

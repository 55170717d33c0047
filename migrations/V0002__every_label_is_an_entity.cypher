// One node of every label comes and goes, and leaves nothing but the labels themselves. ArcadeDB keeps what is both `Entity` and `Person` as a type of
// its own, and a constraint on `Entity` holds over the types that are there when it is made: V0003 makes it, so they must be there before.

CREATE (node:Entity:Person {id: 'label:Person'}) DELETE node;
CREATE (node:Entity:Identifier {id: 'label:Identifier'}) DELETE node;
CREATE (node:Entity:Address {id: 'label:Address'}) DELETE node;
CREATE (node:Entity:Area {id: 'label:Area'}) DELETE node;
CREATE (node:Entity:Household {id: 'label:Household'}) DELETE node;
CREATE (node:Entity:Protection {id: 'label:Protection'}) DELETE node;
CREATE (node:Entity:Unit {id: 'label:Unit'}) DELETE node;
CREATE (node:Entity:Employee {id: 'label:Employee'}) DELETE node;
CREATE (node:Entity:Position {id: 'label:Position'}) DELETE node;
CREATE (node:Entity:Role {id: 'label:Role'}) DELETE node;
CREATE (node:Entity:Category {id: 'label:Category'}) DELETE node;
CREATE (node:Entity:Theme {id: 'label:Theme'}) DELETE node;
CREATE (node:Entity:Purpose {id: 'label:Purpose'}) DELETE node;
CREATE (node:Entity:LegalBasis {id: 'label:LegalBasis'}) DELETE node;
CREATE (node:Entity:Business {id: 'label:Business'}) DELETE node;
CREATE (node:Entity:Municipality {id: 'label:Municipality'}) DELETE node;
CREATE (node:Entity:Client {id: 'label:Client'}) DELETE node;
CREATE (node:Entity:Mandate {id: 'label:Mandate'}) DELETE node;
CREATE (node:Entity:Consent {id: 'label:Consent'}) DELETE node;
CREATE (node:Entity:Override {id: 'label:Override'}) DELETE node;
CREATE (node:Entity:Case {id: 'label:Case'}) DELETE node;
CREATE (node:Entity:Activity {id: 'label:Activity'}) DELETE node;
CREATE (node:Entity:Device {id: 'label:Device'}) DELETE node;
CREATE (node:Entity:Dialogue {id: 'label:Dialogue'}) DELETE node;
CREATE (node:Entity:Correction {id: 'label:Correction'}) DELETE node;

// One node an id, for every label. A constraint is an index too: every look-up by id seeks by one of these.

CREATE CONSTRAINT person_id IF NOT EXISTS FOR (node:Person) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT identifier_id IF NOT EXISTS FOR (node:Identifier) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT address_id IF NOT EXISTS FOR (node:Address) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT area_id IF NOT EXISTS FOR (node:Area) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT household_id IF NOT EXISTS FOR (node:Household) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT protection_id IF NOT EXISTS FOR (node:Protection) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT unit_id IF NOT EXISTS FOR (node:Unit) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT employee_id IF NOT EXISTS FOR (node:Employee) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT position_id IF NOT EXISTS FOR (node:Position) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT role_id IF NOT EXISTS FOR (node:Role) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT category_id IF NOT EXISTS FOR (node:Category) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT theme_id IF NOT EXISTS FOR (node:Theme) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT purpose_id IF NOT EXISTS FOR (node:Purpose) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT legal_basis_id IF NOT EXISTS FOR (node:LegalBasis) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT business_id IF NOT EXISTS FOR (node:Business) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT municipality_id IF NOT EXISTS FOR (node:Municipality) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT client_id IF NOT EXISTS FOR (node:Client) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT mandate_id IF NOT EXISTS FOR (node:Mandate) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT consent_id IF NOT EXISTS FOR (node:Consent) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT override_id IF NOT EXISTS FOR (node:Override) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT case_id IF NOT EXISTS FOR (node:Case) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT activity_id IF NOT EXISTS FOR (node:Activity) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT device_id IF NOT EXISTS FOR (node:Device) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT dialogue_id IF NOT EXISTS FOR (node:Dialogue) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT correction_id IF NOT EXISTS FOR (node:Correction) REQUIRE node.id IS UNIQUE;

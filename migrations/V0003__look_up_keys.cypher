// An id is unique over all labels, and what things are looked up by.

CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (node:Entity) REQUIRE node.id IS UNIQUE;

CREATE CONSTRAINT identifier_value IF NOT EXISTS FOR (node:Identifier) REQUIRE node.value IS UNIQUE;
CREATE CONSTRAINT area_code IF NOT EXISTS FOR (node:Area) REQUIRE node.code IS UNIQUE;
CREATE CONSTRAINT protection_code IF NOT EXISTS FOR (node:Protection) REQUIRE node.code IS UNIQUE;
CREATE CONSTRAINT unit_number IF NOT EXISTS FOR (node:Unit) REQUIRE node.number IS UNIQUE;
CREATE CONSTRAINT employee_ident IF NOT EXISTS FOR (node:Employee) REQUIRE node.ident IS UNIQUE;
CREATE CONSTRAINT role_code IF NOT EXISTS FOR (node:Role) REQUIRE node.code IS UNIQUE;
CREATE CONSTRAINT category_code IF NOT EXISTS FOR (node:Category) REQUIRE node.code IS UNIQUE;
CREATE CONSTRAINT theme_code IF NOT EXISTS FOR (node:Theme) REQUIRE node.code IS UNIQUE;
CREATE CONSTRAINT purpose_code IF NOT EXISTS FOR (node:Purpose) REQUIRE node.code IS UNIQUE;
CREATE CONSTRAINT legal_basis_code IF NOT EXISTS FOR (node:LegalBasis) REQUIRE node.code IS UNIQUE;
CREATE CONSTRAINT business_organisation_number IF NOT EXISTS FOR (node:Business) REQUIRE node.organisationNumber IS UNIQUE;
CREATE CONSTRAINT municipality_organisation_number IF NOT EXISTS FOR (node:Municipality) REQUIRE node.organisationNumber IS UNIQUE;
CREATE CONSTRAINT client_client_id IF NOT EXISTS FOR (node:Client) REQUIRE node.clientId IS UNIQUE;
CREATE CONSTRAINT device_serial_number IF NOT EXISTS FOR (node:Device) REQUIRE node.serialNumber IS UNIQUE;

CREATE INDEX person_sort_key IF NOT EXISTS FOR (node:Person) ON (node.sortKey);

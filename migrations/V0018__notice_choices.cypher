// Ids of what persons choose to be told of.

CREATE CONSTRAINT notice_choice_id IF NOT EXISTS FOR (node:NoticeChoice) REQUIRE node.id IS UNIQUE;

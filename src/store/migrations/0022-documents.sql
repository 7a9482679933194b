-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists of documents by kind, day, state, issuer and number: each along an index. What is compared stands as in statements-document.c.
CREATE INDEX document_type ON document (lower(type), id);
CREATE INDEX document_type_date ON document (lower(type), COALESCE(date, ''), id);
CREATE INDEX document_date ON document (COALESCE(date, ''), id);
CREATE INDEX reading_state ON reading (state, document_id);
-- only pgsql
-- how a key begins is a range of bytes, which is none in the order of a language
CREATE INDEX document_number_exact ON document (number_key COLLATE "C");
CREATE INDEX document_issuer_exact ON document (issuer_key COLLATE "C");
-- both

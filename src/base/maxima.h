/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maxima.h: every maximum that input can drive, in one table; docs/limits.md explains them */
#pragma once

#define DD_MAX_FILE_BYTES (256u << 20)     /* one text file; larger is refused before reading */
#define DD_MAX_READING_BYTES (32u << 20)   /* JSON of a reading read back; its tree: ten times */
#define DD_MAX_LINES (8u << 20)            /* lines of one text */
#define DD_MAX_PARAGRAPHS (4u << 20)       /* paragraphs and cells of one document */
#define DD_MAX_PARAGRAPH_TOKENS (1u << 16) /* looked at in one paragraph; the rest is text only */
#define DD_MAX_DEPTH 12                    /* levels of the outline */
#define DD_MAX_NAMES 200                   /* units in one list (leads, helpers, recipients) */
#define DD_MAX_STAGES 32                   /* stages of one time expression */
#define DD_MAX_COLUMNS 24                  /* columns of one table */
#define DD_MAX_ITEMS (2u << 20)            /* tasks, citations, … of one reading, each */
#define DD_MAX_UNITS 100000                /* rows of a list of units */
#define DD_MAX_NEAR_LENGTH 64              /* bytes of a word that near-matching looks at */
#define DD_MAX_RESTORED 2000       /* bytes of one damaged stretch that is restored at once */
#define DD_MAX_RECALLED (4u << 20) /* bytes of a bad scan that is looked up by neighbours */
#define DD_MAX_GLYPHS 14           /* letter shapes of a word of a unit's name that are compared */
#define DD_MAX_DOCUMENT_BYTES (64u << 20) /* all texts of a Document together */
#define DD_MAX_BLOCKS (1u << 20)     /* paragraphs, tables, rows and cells of a Document together */
#define DD_MAX_TABLE_DEPTH 6         /* tables inside of tables */
#define DD_MAX_TABLE_COLUMNS 256     /* of a table of a Document */
#define DD_MAX_TABLE_ROWS (1u << 17) /* of a table of a Document */
#define DD_MAX_PARAGRAPH_BYTES (4u << 20)  /* text of one paragraph of a Document */
#define DD_MAX_NUMBER_BYTES 64             /* "1.2.3.", "IV." before a paragraph */
#define DD_MAX_STYLE_BYTES 128             /* name of a style */
#define DD_MAX_HEADING 9                   /* outline level of a paragraph */
#define DD_MAX_PAGES 4000                  /* of a Document */
#define DD_MAX_SKEW 4500                   /* of a page, hundredths of a degree */
#define DD_MAX_PLACES (2u << 20)           /* words of a Document whose place on a page is kept */
#define DD_MAX_PARAGRAPH_PLACES (1u << 16) /* of one paragraph */
#define DD_MAX_SIGNATURES 64               /* of a file */
#define DD_MAX_SIGNER_BYTES 512            /* of a name in a signature */
#define DD_MAX_KIND_BYTES 16               /* the word for a kind of file: "DOCX" */
#define DD_MAX_WIRE_FRAME_BYTES 4194560    /* from a worker: one paragraph with what it has */
#define DD_MAX_MESSAGE_BYTES 1024          /* why a worker could not read a file */
#define DD_MAX_ZIP_ENTRIES 20000           /* entries of a ZIP file */
#define DD_MAX_ZIP_NAME_BYTES 1024         /* name of one that is looked at */
#define DD_MAX_PART_BYTES (128u << 20)     /* one part of a ZIP file, inflated; one XML text */
#define DD_MAX_PARTS_BYTES (160u << 20)    /* all parts that are read of one ZIP file */
#define DD_MAX_ZIP_RATIO 250               /* inflated for each byte of the file */
#define DD_MAX_ZIP_FREE_BYTES (8u << 20)   /* inflated whatever the ratio */
#define DD_MAX_XML_DEPTH 200               /* elements inside of elements */
#define DD_MAX_XML_ATTRIBUTES 128          /* of one element */
#define DD_MAX_XML_SPACES 256              /* name spaces in scope */
#define DD_MAX_DOCX_STYLES (1u << 14)      /* styles of a DOCX */
#define DD_MAX_DOCX_STYLE_CHAIN 32         /* styles that one is based on */
#define DD_MAX_DOCX_LISTS (1u << 14)       /* lists of a DOCX, and uses of them */
#define DD_MAX_DOCX_MARGINS 256            /* headers and footers of a DOCX */
#define DD_MAX_DOCX_BOXES 4                /* text boxes inside of text boxes */
#define DD_MAX_SHEETS 256u                 /* sheets of a workbook that are read */
#define DD_MAX_SHEET_CELLS (1u << 19)      /* of one sheet that hold something */
#define DD_MAX_SHEET_COLUMNS 16384         /* as far right as a sheet is looked at */
#define DD_MAX_SHEET_STRINGS (1u << 20)    /* texts that sheets share */
#define DD_MAX_SHEET_STYLES (1u << 16)     /* styles, formats and borders of cells, each */
#define DD_MAX_FORMAT_BYTES 255            /* code of a number format */
#define DD_MAX_ODF_LISTS (1u << 16)        /* lists of an ODT */
#define DD_MAX_PDF_OBJECTS (1u << 20)      /* numbers of objects of a PDF */
#define DD_MAX_PDF_UNPACKED_BYTES (256u << 20) /* streams of one PDF, unpacked for that */
#define DD_MAX_PDF_FORM_DEPTH 8                /* drawings inside of drawings on a page */
#define DD_MAX_PDF_STATES 64                   /* states of drawing that are kept at a time */
#define DD_MAX_PDF_PATH_POINTS 20000           /* points of one path */
#define DD_MAX_PDF_LINES 100000                /* pieces of lines of one page */
#define DD_MAX_HTML_DEPTH 256                  /* elements inside of elements of HTML */
#define DD_MAX_HTML_ATTRIBUTES 1024            /* of one element of HTML */
#define DD_MAX_HTML_LISTS 32                   /* lists inside of lists */
#define DD_MAX_RTF_DEPTH 512                   /* groups inside of groups of RTF */
#define DD_MAX_OLE_ENTRIES (1u << 16)          /* of the directory of an old office file */
#define DD_MAX_RELATIONSHIPS (1u << 16)        /* of one part of an office file */
#define DD_MAX_IMAGE_PIXELS (80u << 20) /* of one page of an image file, before it is decoded */
#define DD_MAX_SHEET_PIXELS (24u << 20) /* of a page that is recognised: A3 at 300 dpi is less */
#define DD_MAX_RECOGNISER_THREADS 4     /* pages that are recognised at once */
#define DD_MAX_WORKER_SECONDS 60     /* from its start, or its last page, to the end of its words */
#define DD_MAX_WORKER_CPU_SECONDS 50 /* of processor time for one file */
#define DD_MAX_WORKER_TOTAL_SECONDS 3600   /* the same, when it tells of progress all the time */
#define DD_MAX_RECOGNISER_CPU_SECONDS 7200 /* of processor time for a file whose pages are images */
#define DD_MAX_RECOGNISER_MEMORY_BYTES 3221225472u /* of address space, then */
#define DD_MAX_WORKER_END_SECONDS 5                /* that a worker takes to end when all is said */
#define DD_MAX_WORKER_MEMORY_BYTES (1u << 30)      /* of address space of a worker */
#define DD_MAX_WORKER_BYTES (256u << 20)           /* that are taken from a worker's pipe */
#define DD_MAX_OFFICE_SECONDS 180              /* that LibreOffice takes to convert an old file */
#define DD_MAX_OFFICE_CPU_SECONDS 120          /* of processor time, each time it is started */
#define DD_MAX_OFFICE_END_SECONDS 10           /* to end it and remove what it wrote */
#define DD_MAX_OFFICE_MEMORY_BYTES 3221225472u /* of its address space */
#define DD_MAX_OFFICE_FOLDER_BYTES (1u << 30)  /* all files that it keeps at a time */
#define DD_MAX_OFFICE_FILES 4096               /* files and folders that it keeps at a time */
#define DD_MAX_OFFICE_DESCRIPTORS 512          /* files that it has open at a time */

/* signatures */
#define DD_MAX_SIGNATURES_SEEN 4096       /* of a PDF that are found; the last ones are checked */
#define DD_MAX_SIGNATURE_BYTES (1u << 20) /* of the room for one signature in a PDF */
#define DD_MAX_SIGNATURE_MESSAGE_BYTES (1u << 18) /* of one signature with its certificates */
#define DD_MAX_SIGNATURE_OBJECT_BYTES (1u << 16)  /* of the PDF object around it */
#define DD_MAX_SIGNATURE_DEPTH 16        /* dictionaries and arrays inside of each other in it */
#define DD_MAX_SIGNATURE_CERTIFICATES 32 /* in one signature that are looked at */
#define DD_MAX_SIGNED_BYTES (1u << 30)   /* that the signatures of one file are over, together */
#define DD_MAX_TRUST_CHAIN 8             /* certificates between a signer and who is trusted */
#define DD_MAX_TRUST_FILES 1000          /* in the folder of trusted authorities */
#define DD_MAX_TRUST_BYTES (1u << 20)    /* of one of them */
#define DD_MAX_TRUST_ANCHORS 4000        /* certificates in all of them */

/* restoring of damaged text */
#define DD_MAX_NGRAM_BYTES (8u << 20) /* a table of syllables */
#define DD_MAX_NGRAM_WORDS 20000      /* words of one */
#define DD_MAX_NGRAM_WORD_BYTES 27    /* of a word of one */
#define DD_MAX_NGRAMS (2u << 20)      /* pairs, and triples, of one; as often counted for one */
#define DD_MAX_RESTORE_STATES 12      /* pairs of words that go on from one word to the next */
#define DD_MAX_MENDS (1u << 20)       /* words of one Document whose repair is told */

/* files inside of files, and passwords */
#define DD_MAX_MEMBERS 1000                      /* of one file */
#define DD_MAX_MEMBERS_BYTES (160u << 20)        /* all files inside of one file together */
#define DD_MAX_MEMBER_NAME_BYTES 1024            /* name of one, with its folders */
#define DD_MAX_MEMBER_DEPTH 4                    /* archives inside of archives */
#define DD_MAX_MEMBERS_OPENED 2000               /* of one file, at all depths */
#define DD_MAX_MEMBERS_OPENED_BYTES (480u << 20) /* the same, all bytes together */
#define DD_MAX_MEMBERS_SECONDS 7200              /* from its start to the opening of the last */
#define DD_MAX_CRYPT_INFO_BYTES (64u << 10)      /* that say how an office file is encrypted */
#define DD_MAX_CRYPT_VALUE_BYTES 64              /* of a salt, a key or a hash in them */
#define DD_MAX_CRYPT_SPINS 10000000              /* times that a password is hashed for a key */
#define DD_MAX_PASSWORD_BYTES 256                /* of a file, or of files inside of it */

/* the store */
#define DD_MAX_KEY_BYTES 512  /* of what a document or a name is found by */
#define DD_MAX_WHO_BYTES 256  /* of who changes something, and from where */
#define DD_MAX_WHY_BYTES 4096 /* of the reason for a change */
#define DD_MAX_CANDIDATES 100 /* documents of one number that are compared with one that is cited */
#define DD_MAX_LISTED 1000    /* rows of one list */
#define DD_MAX_LIST_UNITS 16  /* units of which one list of tasks is */
#define DD_MAX_LIST_TEXTS 5000u   /* tasks with the words that a list asks for, found at once */
#define DD_MAX_LIST_WALKED 20000u /* tasks that one page of a list looks at where more have them */
#define DD_MAX_LIST_COUNT 10000u  /* tasks of a list that are counted one by one */
#define DD_MAX_BULK_TASKS 200     /* with which one request does something */
#define DD_MAX_AUDIT_EXAMINED 20000    /* records that one page of those one looks for goes over */
#define DD_MAX_CHAIN_DOCUMENTS 1000    /* above a document, and below it, that are shown */
#define DD_MAX_CHAIN_DEPTH 16          /* levels of them */
#define DD_MAX_SOURCE_BYTES (8u << 20) /* of a text that is kept to be shown */
#define DD_MAX_SOURCE_SPANS 20000u     /* values of a reading that are found in it */
#define DD_MAX_SETTLED_BYTES 65536u    /* one field of a task that a person corrects */
#define DD_MAX_SETTLED_TASKS 200       /* that one is split into, or that are merged, at a time */
#define DD_MAX_STEP_FILES 20u          /* files that one step with a task comes with */
#define DD_MAX_TASK_FILES 200u         /* files of one task */
#define DD_MAX_TASK_FILES_BYTES (512u << 20) /* the same, together */
#define DD_MAX_UNUSED_FILE_HOURS 24       /* that one of them stays without a step that names it */
#define DD_MAX_JOBS_OPEN 1000             /* jobs that wait or run */
#define DD_MAX_JOBS_OPEN_BYTES (2u << 30) /* their files together */
#define DD_MAX_JOB_PIECE_BYTES (1u << 20) /* of such a file, written at a time */
#define DD_MAX_JOB_TRIES 5                /* times that one is begun */
#define DD_MAX_JOB_LEASE_SECONDS 20       /* that a server has one without telling of it */
#define DD_MAX_JOB_DAYS 90                /* that one is kept behind its end */
#define DD_MAX_JOB_KEPT_DAYS 7 /* that the file of one that failed stays, for another try */
#define DD_MAX_JOBS_KEPT_BYTES (1u << 30) /* such files together */
#define DD_MAX_JOBS_LOCKED 200            /* jobs that wait for the password of their file */
#define DD_MAX_JOB_LOCKED_DAYS 7          /* that one waits for it */
#define DD_MAX_JOB_PASSWORDS 10           /* wrong ones that it takes */
#define DD_MAX_JOBS_UNLOCKED 32 /* with their password, that wait for a thread of a server */

/* searching */
#define DD_MAX_QUERY_BYTES 512       /* of what is looked for */
#define DD_MAX_QUERY_WORDS 16        /* in it */
#define DD_MAX_SEARCH_WORD 32u       /* letters of a word that count */
#define DD_MAX_SEARCH_PART_WORDS 250 /* of one row of the index */
#define DD_MAX_SEARCH_PARTS 4096     /* rows of one text */
#define DD_MAX_SEARCH_FORMS 64       /* words that a prefix stands for */
#define DD_MAX_SEARCH_UNITS 64       /* whose things one may see */
#define DD_MAX_SEARCH_RANKED 100     /* rows that are ranked together */
#define DD_MAX_SEARCH_EXAMINED 4000  /* rows that one search looks at */

/* following up tasks */
#define DD_MAX_NOTE_BYTES 8192u       /* one part of a note of progress */
#define DD_MAX_OCCURRENCES 1000u      /* days that one time of a task comes to */
#define DD_MAX_HORIZON_YEARS 50       /* of a plan, that what is yearly is told for */
#define DD_MAX_PERIOD 100             /* "every 100 years" */
#define DD_MAX_HOLIDAY_ROWS 10000     /* rows of a table of holidays */
#define DD_MAX_YEAR_HOLIDAYS 100      /* rows that an office keeps of one year */
#define DD_MAX_HOLIDAY_TEXT_BYTES 500 /* name, or source, of one of them */

/* the server */
#define DD_MAX_PARAMETERS 32               /* of the query of a request */
#define DD_MAX_TARGET_BYTES 8192           /* path and query of a request */
#define DD_MAX_HEADER_BYTES 16384          /* all header fields of a request */
#define DD_MAX_JSON_BYTES 65536            /* a JSON body */
#define DD_MAX_UPLOADS 16                  /* forms with files that come at once */
#define DD_MAX_UPLOAD_BYTES (64u << 20)    /* of one of them */
#define DD_MAX_LISTENERS 4096              /* streams of events at once */
#define DD_MAX_ACCOUNT_LISTENERS 20        /* of one account */
#define DD_MAX_LISTEN_SECONDS 900          /* that one lasts */
#define DD_MAX_LISTENER_BYTES 65536u       /* that wait to be read in one */
#define DD_MAX_EVENTS_AGAIN 1000           /* records behind the last one that somebody has heard */
#define DD_MAX_EVENTS_JUDGED 2000          /* times that one look asks who may see a change */
#define DD_MAX_FORM_PARTS 32               /* of one form: files and fields */
#define DD_MAX_PART_LINES 16               /* of the header of one of them */
#define DD_MAX_PART_LINE_BYTES 4096        /* of one such line */
#define DD_MAX_FILE_PIECE_BYTES (4u << 20) /* of a file that is sent, in memory at a time */
#define DD_MAX_XLSX_ROWS 1048575           /* of a list that is made a sheet of Excel */
#define DD_MAX_XLSX_CELL_LETTERS 32767u    /* of UTF-16, of one of its cells */
#define DD_MAX_STORAGE_SORTED_BYTES (512u << 20) /* of SQLite, whose tables are measured */
#define DD_MAX_CONNECTIONS 10000                 /* that may be set to be open at once */
#define DD_MAX_HEAD_SECONDS 30       /* from a connection's being ready to the end of the header */
#define DD_MAX_BODY_SECONDS 300      /* from there to the end of the body */
#define DD_MAX_SEND_SECONDS 300      /* that a client takes for an answer */
#define DD_MAX_STOP_SECONDS 30       /* that accepted requests have to end when the server stops */
#define DD_MAX_WAITING_REQUESTS 1024 /* that wait for a thread that writes or hashes */
#define DD_MAX_GROUP_CHANGES 64      /* that are kept by one commit */
#define DD_MAX_GROUP_MILLISECONDS 20 /* from which on nothing joins one */
#define DD_MAX_LANE_SECONDS 15       /* that one of them waits */
#define DD_MAX_STORE_SECONDS 20      /* that a statement of a request takes */
#define DD_MAX_MEMO_ANSWERS 64       /* that are kept until the store changes */
#define DD_MAX_MEMO_BYTES (4u << 20) /* of them together */
#define DD_MAX_CLIENTS 4096          /* whose rate is kept */
/* accounts */
#define DD_MAX_ACCOUNT_NAME_BYTES 128    /* of the name of an account, or of a token */
#define DD_MAX_UNIT_BYTES 512            /* of the unit of an account */
#define DD_MAX_SUBJECT_BYTES 1024        /* what a directory or provider calls a person */
#define DD_MAX_SESSION_SECONDS 43200     /* that a session lasts */
#define DD_MAX_SESSION_IDLE_SECONDS 7200 /* without use, until it ends */
#define DD_MAX_FRESH_SECONDS 600 /* since it began, for what needs a password where there is none */
#define DD_MAX_SESSIONS 20       /* of one account at a time */
#define DD_MAX_KNOWN_ORIGINS 20  /* of one account */
#define DD_MAX_ATTEMPTS 10000    /* origins and unknown names whose failures are counted */
#define DD_MAX_INVITATION_SECONDS 604800 /* that an invitation to set a password lasts */
#define DD_MAX_TOKENS 50                 /* API tokens of one account */
#define DD_MAX_TOKEN_DAYS 366            /* that one lasts */

/* who vouches for people outside */
#define DD_MAX_FLOW_SECONDS 600         /* between going to a provider and coming back */
#define DD_MAX_OUTSIDE_SECONDS 30       /* that one thing is waited for */
#define DD_MAX_LOOK_AGAIN_SECONDS 86400 /* between two looks at a directory for who is gone */
#define DD_MAX_OUTSIDE_THREADS 4        /* that ask */
#define DD_MAX_PROVIDER_BYTES 262144    /* one answer of a provider */
#define DD_MAX_PROVIDER_KEYS 32         /* that it signs with */
#define DD_MAX_ID_TOKEN_BYTES 16384     /* what it says of a person, signed */
#define DD_MAX_DIRECTORY_SERVERS 8      /* of one directory */
#define DD_MAX_DIRECTORY_BYTES 1048576  /* one answer of it */
#define DD_MAX_DIRECTORY_GROUPS 1000    /* of one person */

/* The directory of units */
#define DD_MAX_UNIT_LIST_BYTES (4u << 20) /* a list of units that comes over HTTP */
#define DD_MAX_UNIT_DEPTH 16              /* levels of it */
#define DD_MAX_UNIT_ID_BYTES 35           /* identifier of a unit */
#define DD_MAX_UNIT_CELL_BYTES 4096       /* one cell of a list of units */
#define DD_MAX_UNIT_COMPARED 200          /* units that are compared with one name */

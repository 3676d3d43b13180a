// What is said no to where a file is brought in.
export const IMPORT_REFUSALS = {
  "import-asks": "The file leaves something open. Answer what is asked of it first.",
  "import-busy": "That file is being worked on just now. Wait until it is done.",
  "import-cancelled": "It was cancelled. Nothing was changed.",
  "import-changed": "Somebody changed how this file is read. Look at it again before you import it.",
  "import-failed":
    "Something went wrong on our side, and nothing was changed. Try again; if it fails again, tell whoever runs this copy of Onaccount.",
  "import-not-there":
    "That can’t be done with this file as it is now. Open it again and see what became of it.",
  "import-in-use": "Something was built on this import since. Reverse that first.",
  "import-sets-limits":
    "You may not set credit limits. Leave the column that holds them alone, or ask an admin to import the file.",
  "import-makes-labels": "It names new labels. Ask an admin to import it.",
  "import-too-large": "That file is larger than 100 MB.",
} as const;

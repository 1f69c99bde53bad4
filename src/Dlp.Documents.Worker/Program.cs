using Dlp.Documents.Worker;

AttachmentWorker.Run(allowFaults: args is ["--allow-faults"]);

using UnionBot.Web.Commands;

return await CommandTree.RunAsync(args);

using UnionBot.Scoring;

return await ScoreCommand.Build().Parse(args).InvokeAsync();

import { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { Global, Module, type DynamicModule } from "@nestjs/common";

/** Provides the ORM that the starter opened; closing it is the starter's work too. */
@Global()
@Module({})
export class DatabaseModule {
  static use(orm: MikroORM): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: MikroORM, useValue: orm },
        { provide: EntityManager, useValue: orm.em },
      ],
      exports: [MikroORM, EntityManager],
    };
  }
}
